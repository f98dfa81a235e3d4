/**
 * Runs the days: users come by their activity, get slates from the logging policy, respond, and also find videos on
 * their own. The result is the log, ordered by time, and nothing in it says what only the simulator knows.
 */
import type { Random } from "@/lib/random";
import { affinity, type BehaviourWorld, respond, watch } from "./behaviour";
import { buildDailyIndex, type DailyIndex, drawByPopularity, groupRange, propose } from "./logging-policy";
import { bisect, cumulative } from "./sampling";
import type { VideoLog } from "./types";
import { TOPICS } from "./vocabulary";

const SLATE_SIZE = 10;
/** Share of watches that come from search and subscriptions, outside the recommender. */
const ORGANIC_SHARE = 0.5;
/** An average slate of the logging policy gets about so many clicks. */
const CLICKS_PER_SLATE = 0.75;
/** Someone who searches compares so many videos of a topic and opens the one that fits best. */
const ORGANIC_CHOICES = 10;
const RECENT_TOPICS = 20;

type LogRow = {
  user: number;
  item: number;
  day: number;
  position: number;
  source: number;
  propensity: number;
  clicked: boolean;
  watchFraction: number;
  liked: boolean;
  hidden: boolean;
};

/** Columns that grow by doubling. */
class LogBuilder {
  private capacity = 1 << 16;
  private columns = allocate(this.capacity);
  size = 0;

  push(row: LogRow) {
    if (this.size === this.capacity) this.grow();
    const { columns, size: i } = this;
    columns.user[i] = row.user;
    columns.item[i] = row.item;
    columns.day[i] = row.day;
    columns.position[i] = row.position;
    columns.source[i] = row.source;
    columns.propensity[i] = row.propensity;
    columns.clicked[i] = Number(row.clicked);
    columns.watchFraction[i] = row.watchFraction;
    columns.liked[i] = Number(row.liked);
    columns.hidden[i] = Number(row.hidden);
    this.size++;
  }

  private grow() {
    const old = this.columns;
    this.capacity *= 2;
    this.columns = allocate(this.capacity);
    for (const name of Object.keys(old) as (keyof typeof old)[]) this.columns[name].set(old[name]);
  }

  finish(): VideoLog {
    const { columns, size } = this;
    return {
      size,
      user: columns.user.slice(0, size),
      item: columns.item.slice(0, size),
      day: columns.day.slice(0, size),
      position: columns.position.slice(0, size),
      source: columns.source.slice(0, size),
      propensity: columns.propensity.slice(0, size),
      clicked: columns.clicked.slice(0, size),
      watchFraction: columns.watchFraction.slice(0, size),
      liked: columns.liked.slice(0, size),
      hidden: columns.hidden.slice(0, size),
    };
  }
}

const allocate = (capacity: number) => ({
  user: new Int32Array(capacity),
  item: new Int32Array(capacity),
  day: new Float32Array(capacity),
  position: new Uint8Array(capacity),
  source: new Uint8Array(capacity),
  propensity: new Float32Array(capacity),
  clicked: new Uint8Array(capacity),
  watchFraction: new Float32Array(capacity),
  liked: new Uint8Array(capacity),
  hidden: new Uint8Array(capacity),
});

/** Topics of each user's last watches, as ring buffers. */
class RecentTopics {
  private readonly lists: number[][];
  constructor(users: number) {
    this.lists = Array.from({ length: users }, () => []);
  }
  add(user: number, topic: number) {
    const list = this.lists[user];
    if (!list) return;
    list.push(topic);
    if (list.length > RECENT_TOPICS) list.shift();
  }
  of(user: number): readonly number[] {
    return this.lists[user] ?? [];
  }
}

/** Yields the finished share after each day. */
export function* simulateLog(
  world: BehaviourWorld,
  days: number,
  random: Random,
): Generator<number, VideoLog> {
  const log = new LogBuilder();
  const watches = new Float32Array(world.catalogue.size);
  const recent = new RecentTopics(world.users.size);
  const interestSums = Array.from({ length: world.users.size }, (_, user) =>
    cumulative(world.truth.interest.subarray(user * TOPICS.length, (user + 1) * TOPICS.length)),
  );
  const record = (row: LogRow) => {
    log.push(row);
    if (!row.clicked) return;
    watches[row.item] = (watches[row.item] ?? 0) + 1;
    recent.add(row.user, world.catalogue.topic[row.item] ?? 0);
  };
  for (let day = 0; day < days; day++) {
    const index = buildDailyIndex(world.catalogue, watches, day);
    for (const visit of drawVisits(world, day, random)) {
      const sums = interestSums[visit.user];
      if (visit.isOrganic && sums) searchAndWatch(world, index, sums, visit, random, record);
      else if (!visit.isOrganic) showSlate(world, index, recent.of(visit.user), visit, random, record);
    }
    yield (day + 1) / days;
  }
  return log.finish();
}

type Visit = { user: number; day: number; isOrganic: boolean };

/** One day's visits of all users, in the order of time. */
function drawVisits({ users, truth }: BehaviourWorld, day: number, random: Random): Visit[] {
  const visits: Visit[] = [];
  for (let user = 0; user < users.size; user++) {
    if ((users.signupDay[user] ?? 0) > day) continue;
    const activity = truth.activity[user] ?? 0;
    const organic = poisson(activity * ORGANIC_SHARE, random);
    const slates = poisson((activity * (1 - ORGANIC_SHARE)) / CLICKS_PER_SLATE, random);
    for (let v = 0; v < organic + slates; v++)
      visits.push({ user, day: day + random.next(), isOrganic: v < organic });
  }
  return visits.sort((a, b) => a.day - b.day);
}

/** Knuth's product method; fine for small means. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
}

type RecordRow = (row: LogRow) => void;

function showSlate(
  world: BehaviourWorld,
  index: DailyIndex,
  recentTopics: readonly number[],
  visit: Visit,
  random: Random,
  record: RecordRow,
) {
  const shown = new Set<number>();
  const language = world.users.language[visit.user] ?? 0;
  for (let position = 1; position <= SLATE_SIZE; position++) {
    const proposal = propose(index, world.catalogue, { language, recentTopics }, random);
    if (!proposal || shown.has(proposal.item)) continue;
    shown.add(proposal.item);
    const outcome = respond(world, visit.user, proposal.item, position, random);
    record({ user: visit.user, day: visit.day, position, ...proposal, ...outcome });
  }
}

/** Picks a topic by interest, compares a few of its videos, opens the one with the highest noisy affinity. */
function searchAndWatch(
  world: BehaviourWorld,
  index: DailyIndex,
  interestSums: Float64Array,
  visit: Visit,
  random: Random,
  record: RecordRow,
) {
  const topic = bisect(interestSums, random.next() * (interestSums[interestSums.length - 1] ?? 1));
  const range = groupRange(index, topic, world.users.language[visit.user] ?? 0);
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let choice = 0; choice < ORGANIC_CHOICES; choice++) {
    const item = drawByPopularity(index, ...range, random);
    if (item < 0) return;
    // Gumbel noise makes this a draw from the softmax of affinity.
    const score =
      affinity(world, visit.user, item) * 1.5 +
      (world.truth.quality[item] ?? 0) -
      Math.log(-Math.log(1 - random.next()));
    if (score > bestScore) {
      bestScore = score;
      best = item;
    }
  }
  record({
    user: visit.user,
    item: best,
    day: visit.day,
    position: 0,
    source: 0,
    propensity: 0,
    clicked: true,
    ...watch(world, visit.user, best, random),
  });
}
