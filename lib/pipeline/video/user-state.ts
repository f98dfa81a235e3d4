/** What a history says about its user, as numbers that features are made of. Rebuilt for each request. */
import { CONTENT_SIZE, type VideoCatalogue } from "@/lib/worlds/video/types";
import { CATEGORIES, TOPICS } from "@/lib/worlds/video/vocabulary";

const MAX_HISTORY = 50;
/** Weight of the n-th newest watch in all shares and means, before they are divided by their sum: interests drift. */
const RECENCY = Float64Array.from({ length: MAX_HISTORY }, (_, n) => 0.95 ** n);
/** log seconds that stand for a user without history. */
const USUAL_LOG_DURATION = 5.3;
/** Content numbers are int8; divided by this, a video's have about unit norm. */
const CONTENT_SCALE = 64;

export class UserState {
  readonly topicShare = new Float32Array(TOPICS.length);
  readonly categoryShare = new Float32Array(CATEGORIES.length);
  /** Day of the last watch on each topic. */
  readonly topicDay = new Float32Array(TOPICS.length);
  readonly creatorWatches = new Map<number, number>();
  /** Creators that the user follows. */
  readonly followed = new Set<number>();
  /** Mean content of the watches, scaled to unit length; zero without history. */
  private readonly meanContent = new Float32Array(CONTENT_SIZE);
  watches = 0;
  meanLogDuration = USUAL_LOG_DURATION;
  /** Index into TOPICS, TOPICS.length without history. */
  topTopic = TOPICS.length;

  constructor(private readonly catalogue: VideoCatalogue) {}

  /** Reads history [from, to), oldest first, of which the newest MAX_HISTORY count, and who is followed. */
  load(
    history: ArrayLike<number>,
    days: ArrayLike<number>,
    from: number,
    to: number,
    followed: Iterable<number>,
  ) {
    this.clear();
    for (const creator of followed) this.followed.add(creator);
    this.watches = to - from;
    const start = Math.max(from, to - MAX_HISTORY);
    if (to === start) return;
    let total = 0;
    for (let age = 0; age < to - start; age++) total += RECENCY[age] as number;
    let durations = 0;
    for (let k = start; k < to; k++) {
      const share = (RECENCY[to - 1 - k] as number) / total;
      this.addWatch(history[k] as number, days[k] as number, share);
      durations += share * Math.log(this.catalogue.durationSeconds[history[k] as number] as number);
    }
    this.meanLogDuration = durations;
    this.topTopic = this.topicShare.indexOf(Math.max(...this.topicShare));
    const length = Math.hypot(...this.meanContent);
    if (length > 0)
      for (let c = 0; c < CONTENT_SIZE; c++) this.meanContent[c] = (this.meanContent[c] as number) / length;
  }

  private clear() {
    this.topicShare.fill(0);
    this.categoryShare.fill(0);
    this.topicDay.fill(Number.NEGATIVE_INFINITY);
    this.creatorWatches.clear();
    this.followed.clear();
    this.meanContent.fill(0);
    this.watches = 0;
    this.meanLogDuration = USUAL_LOG_DURATION;
    this.topTopic = TOPICS.length;
  }

  private addWatch(item: number, day: number, share: number) {
    const { catalogue, topicShare, categoryShare, meanContent } = this;
    const topic = catalogue.topic[item] as number;
    const category = TOPICS[topic]?.category ?? 0;
    const creator = catalogue.creator[item] as number;
    topicShare[topic] = (topicShare[topic] as number) + share;
    categoryShare[category] = (categoryShare[category] as number) + share;
    this.topicDay[topic] = day;
    this.creatorWatches.set(creator, (this.creatorWatches.get(creator) ?? 0) + 1);
    for (let c = 0; c < CONTENT_SIZE; c++)
      meanContent[c] =
        (meanContent[c] as number) + share * (catalogue.content[item * CONTENT_SIZE + c] as number);
  }

  /** Inner product of the video's content and the direction of what was watched: about a cosine. */
  contentSimilarity(item: number): number {
    const { meanContent } = this;
    const { content } = this.catalogue;
    const at = item * CONTENT_SIZE;
    let dot = 0;
    for (let c = 0; c < CONTENT_SIZE; c++) dot += (meanContent[c] as number) * (content[at + c] as number);
    return dot / CONTENT_SCALE;
  }
}
