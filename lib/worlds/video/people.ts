/** What the simulation remembers of each person while the days run: recent topics, watched videos, satisfaction. */
import { satisfactionAfter, USUAL_SATISFACTION } from "./returning";
import type { VideoCatalogue } from "./types";

const RECENT_TOPICS = 20;

export class People {
  private readonly recent: number[][];
  private readonly watched = new Set<number>();
  private readonly satisfaction: Float32Array;
  /** Watches of each logged video so far. */
  readonly watches: Float32Array;

  constructor(
    users: number,
    private readonly catalogue: VideoCatalogue,
  ) {
    this.recent = Array.from({ length: users }, () => []);
    this.satisfaction = new Float32Array(users).fill(USUAL_SATISFACTION);
    this.watches = new Float32Array(catalogue.loggedSize);
  }

  /** A clicked video. */
  addWatch(user: number, item: number) {
    this.watches[item] = (this.watches[item] as number) + 1;
    this.watched.add(user * this.catalogue.loggedSize + item);
    const topics = this.recent[user];
    if (!topics) return;
    topics.push(this.catalogue.topic[item] as number);
    if (topics.length > RECENT_TOPICS) topics.shift();
  }

  /** A visit without a satisfied watch counts too. */
  endVisit(user: number, isSatisfied: boolean) {
    this.satisfaction[user] = satisfactionAfter(this.satisfactionOf(user), isSatisfied);
  }

  satisfactionOf = (user: number) => this.satisfaction[user] ?? USUAL_SATISFACTION;
  hasWatched = (user: number, item: number) => this.watched.has(user * this.catalogue.loggedSize + item);
  /** Topics of the last watches, oldest first. */
  recentTopics = (user: number): readonly number[] => this.recent[user] ?? [];
}
