/**
 * Runs the days: users come by their activity and satisfaction, get slates from the logging policy, respond, find videos
 * on their own and follow creators. The result is ordered by time, and nothing in it says what only the simulator knows.
 */
import type { Random } from "@/lib/random";
import { type BehaviourWorld, isSatisfying, type Outcome, respond, watch } from "./behaviour";
import { LogBuilder, type Placement } from "./log-builder";
import { buildDailyIndex, type DailyIndex, propose } from "./logging-policy";
import { browseFollowed, search } from "./organic";
import { People } from "./people";
import { groupUploads, SubscriptionBook, type Uploads } from "./subscriptions";
import { LOG_SOURCES, type VideoLog, type VideoSubscriptions } from "./types";
import { drawVisits, poisson, type Visit } from "./visits";

const SLATE_SIZE = 10;
/** Of the watches outside the recommender, those who follow somebody take this share from followed creators. */
const FEED_SHARE = 0.35;
/** A watch of this share, or a like, makes a person think of following. */
const FOLLOW_FRACTION = 0.75;
const FOLLOW_CHANCE = 0.8;
/** Visits, or people, between two chances to stop: a few hundredths of a second. */
const VISITS_PER_YIELD = 500;
/** Creators followed by somebody who was there before the log starts, on average. */
const EARLIER_FOLLOWS = 5;

const placementOf = (source: (typeof LOG_SOURCES)[number]): Placement => ({
  position: 0,
  source: LOG_SOURCES.indexOf(source),
  propensity: 0,
});
const SEARCHED = placementOf("organic");
const FOLLOWED = placementOf("subscription");

export type History = { readonly log: VideoLog; readonly subscriptions: VideoSubscriptions };

class Simulation {
  private readonly log = new LogBuilder();
  private readonly book: SubscriptionBook;
  private readonly people: People;
  private readonly uploads: Uploads;

  constructor(
    private readonly world: BehaviourWorld,
    private readonly random: Random,
  ) {
    this.people = new People(world.users.size, world.catalogue);
    this.book = new SubscriptionBook(world.users.size);
    this.uploads = groupUploads(world.catalogue);
  }

  /** Whom people followed before the log starts: creators of videos they would have found then. */
  *followEarlier(): Generator<void> {
    const { world, random } = this;
    const index = buildDailyIndex(world.catalogue, this.people.watches, 0);
    const follows: { user: number; creator: number; day: number }[] = [];
    for (let user = 0; user < world.users.size; user++) {
      if (user % VISITS_PER_YIELD === 0) yield;
      const signupDay = world.users.signupDay[user] ?? 0;
      if (signupDay >= 0) continue;
      for (let count = poisson(EARLIER_FOLLOWS, random); count > 0; count--) {
        const item = search(world, index, this.people, user, 0, random);
        const creator = world.catalogue.creator[item];
        if (creator !== undefined) follows.push({ user, creator, day: signupDay * random.next() });
      }
    }
    for (const { user, creator, day } of follows.sort((a, b) => a.day - b.day))
      this.book.follow(user, creator, day);
  }

  /** Yields the finished share of the day's visits. */
  *runDay(day: number): Generator<number> {
    const { world, people, random } = this;
    const index = buildDailyIndex(world.catalogue, people.watches, day);
    const visits = drawVisits(world, people.satisfactionOf, day, random);
    for (const [done, visit] of visits.entries()) {
      if (done % VISITS_PER_YIELD === 0) yield done / visits.length;
      const isSatisfied = visit.isOrganic ? this.findAndWatch(index, visit) : this.showSlate(index, visit);
      people.endVisit(visit.user, isSatisfied);
    }
  }

  finish = (): History => ({ log: this.log.finish(), subscriptions: this.book.finish() });

  /** Writes what happened; returns whether it satisfied. */
  private record(user: number, item: number, day: number, placement: Placement, outcome: Outcome): boolean {
    this.log.push(user, item, day, placement, outcome);
    if (!outcome.clicked) return false;
    this.people.addWatch(user, item);
    const isGood = outcome.liked || outcome.watchFraction >= FOLLOW_FRACTION;
    if (isGood && this.random.next() < FOLLOW_CHANCE)
      this.book.follow(user, this.world.catalogue.creator[item] as number, day);
    return isSatisfying(outcome);
  }

  private showSlate(index: DailyIndex, { user, day }: Visit): boolean {
    const { world, random } = this;
    const shown = new Set<number>();
    const visitor = {
      language: world.users.language[user] as number,
      region: world.users.region[user] as number,
      recentTopics: this.people.recentTopics(user).slice(),
    };
    let isSatisfied = false;
    for (let position = 1; position <= SLATE_SIZE; position++) {
      const proposal = propose(index, world.catalogue, visitor, random);
      if (!proposal || shown.has(proposal.item)) continue;
      const { item, source, propensity } = proposal;
      shown.add(item);
      const outcome = respond(world, user, item, position, day, random);
      if (this.record(user, item, day, { position, source, propensity }, outcome)) isSatisfied = true;
    }
    return isSatisfied;
  }

  private findAndWatch(index: DailyIndex, { user, day }: Visit): boolean {
    const { world, people, random } = this;
    const followed = this.book.of(user);
    let placement = FOLLOWED;
    let item = -1;
    if (followed.length > 0 && random.next() < FEED_SHARE)
      item = browseFollowed(world, this.uploads, people, followed, user, day, random);
    if (item < 0) {
      placement = SEARCHED;
      item = search(world, index, people, user, day, random);
    }
    if (item < 0) return false;
    return this.record(user, item, day, placement, {
      clicked: true,
      ...watch(world, user, item, day, random),
    });
  }
}

/** Yields the finished share, several times a day when there are many people. */
export function* simulateHistory(
  world: BehaviourWorld,
  days: number,
  random: Random,
): Generator<number, History> {
  const simulation = new Simulation(world, random);
  for (const _ of simulation.followEarlier()) yield 0;
  for (let day = 0; day < days; day++) for (const share of simulation.runDay(day)) yield (day + share) / days;
  yield 1;
  return simulation.finish();
}
