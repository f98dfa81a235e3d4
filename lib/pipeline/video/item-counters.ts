/** Running counts of what happened to each video, read as smoothed rates. Only the past of a moment is in them. */
import type { VideoLog } from "@/lib/worlds/video/types";

/** Prior impressions (or watches) and the rates they carry. */
const PRIOR_WEIGHT = 12;
const PRIOR = { click: 0.11, watch: 0.5, like: 0.15, hide: 0.01 } as const;
/** Recent popularity halves in this many days. */
const HALF_LIFE_DAYS = 5;

export class ItemCounters {
  private readonly impressions: Float32Array;
  private readonly clicks: Float32Array;
  private readonly opened: Float32Array;
  private readonly watched: Float32Array;
  private readonly likes: Float32Array;
  private readonly hides: Float32Array;
  /** Watches, each worth 2^(day / half-life), so that decay needs no sweep. */
  private readonly recent: Float64Array;

  constructor(size: number) {
    this.impressions = new Float32Array(size);
    this.clicks = new Float32Array(size);
    this.opened = new Float32Array(size);
    this.watched = new Float32Array(size);
    this.likes = new Float32Array(size);
    this.hides = new Float32Array(size);
    this.recent = new Float64Array(size);
  }

  add(log: VideoLog, row: number) {
    const item = log.item[row] as number;
    if ((log.position[row] as number) > 0) {
      this.impressions[item] = (this.impressions[item] as number) + 1;
      this.clicks[item] = (this.clicks[item] as number) + (log.clicked[row] as number);
      this.hides[item] = (this.hides[item] as number) + (log.hidden[row] as number);
    }
    if (!log.clicked[row]) return;
    this.opened[item] = (this.opened[item] as number) + 1;
    this.watched[item] = (this.watched[item] as number) + (log.watchFraction[row] as number);
    this.likes[item] = (this.likes[item] as number) + (log.liked[row] as number);
    this.recent[item] = (this.recent[item] as number) + 2 ** ((log.day[row] as number) / HALF_LIFE_DAYS);
  }

  watches(item: number): number {
    return this.opened[item] as number;
  }
  /** Watches with exponential decay up to `day`. */
  recentWatches(item: number, day: number): number {
    return (this.recent[item] as number) * 2 ** (-day / HALF_LIFE_DAYS);
  }
  clickRate(item: number): number {
    return smoothed(this.clicks[item] as number, this.impressions[item] as number, PRIOR.click);
  }
  hideRate(item: number): number {
    return smoothed(this.hides[item] as number, this.impressions[item] as number, PRIOR.hide);
  }
  meanWatchFraction(item: number): number {
    return smoothed(this.watched[item] as number, this.opened[item] as number, PRIOR.watch);
  }
  likeRate(item: number): number {
    return smoothed(this.likes[item] as number, this.opened[item] as number, PRIOR.like);
  }
}

const smoothed = (hits: number, trials: number, prior: number) =>
  (hits + PRIOR_WEIGHT * prior) / (trials + PRIOR_WEIGHT);
