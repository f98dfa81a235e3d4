/** What a history says about its user, as numbers that features are made of. Rebuilt for each request. */
import type { VideoCatalogue } from "@/lib/worlds/video/types";
import { CATEGORIES, TOPICS } from "@/lib/worlds/video/vocabulary";

const MAX_HISTORY = 50;

export class UserState {
  readonly topicShare = new Float32Array(TOPICS.length);
  readonly categoryShare = new Float32Array(CATEGORIES.length);
  /** Day of the last watch on each topic. */
  readonly topicDay = new Float32Array(TOPICS.length);
  readonly creatorWatches = new Map<number, number>();
  watches = 0;
  meanLogDuration = 0;
  /** Index into TOPICS, TOPICS.length without history. */
  topTopic = TOPICS.length;

  constructor(private readonly catalogue: VideoCatalogue) {}

  /** Reads history [from, to), oldest first; the newest MAX_HISTORY count. */
  load(history: ArrayLike<number>, days: ArrayLike<number>, from: number, to: number) {
    const { catalogue } = this;
    this.topicShare.fill(0);
    this.categoryShare.fill(0);
    this.topicDay.fill(Number.NEGATIVE_INFINITY);
    this.creatorWatches.clear();
    this.watches = to - from;
    this.meanLogDuration = 5.3;
    this.topTopic = TOPICS.length;
    const start = Math.max(from, to - MAX_HISTORY);
    const share = 1 / Math.max(1, to - start);
    let durations = 0;
    for (let k = start; k < to; k++) {
      const item = history[k] as number;
      const topic = catalogue.topic[item] as number;
      const category = TOPICS[topic]?.category ?? 0;
      const creator = catalogue.creator[item] as number;
      this.topicShare[topic] = (this.topicShare[topic] as number) + share;
      this.categoryShare[category] = (this.categoryShare[category] as number) + share;
      this.topicDay[topic] = days[k] as number;
      this.creatorWatches.set(creator, (this.creatorWatches.get(creator) ?? 0) + 1);
      durations += Math.log(catalogue.durationSeconds[item] as number);
    }
    if (to === start) return;
    this.meanLogDuration = durations * share;
    this.topTopic = this.topicShare.indexOf(Math.max(...this.topicShare));
  }
}
