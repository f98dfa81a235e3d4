/**
 * Running counts of what happened to each video and to each creator's videos, read as smoothed rates. Only the past of
 * a moment is in them. Sized by the logged part of a catalogue: whatever lies beyond it reads as never shown.
 */
import type { VideoCatalogue, VideoLog } from "@/lib/worlds/video/types";

/** Prior impressions (or watches) and the rates they carry. */
const PRIOR_WEIGHT = 12;
const PRIOR = { click: 0.11, watch: 0.5, like: 0.15, hide: 0.01 } as const;
/** Recent popularity halves in this many days. */
const HALF_LIFE_DAYS = 5;

const smoothed = (hits: number, trials: number, prior: number) =>
  (hits + PRIOR_WEIGHT * prior) / (trials + PRIOR_WEIGHT);

/** Counts of [0, size); everything beyond counts as zero. */
class Tally {
  private readonly impressions: Float32Array;
  private readonly clicks: Float32Array;
  private readonly opened: Float32Array;
  private readonly watched: Float32Array;
  private readonly likes: Float32Array;
  private readonly hides: Float32Array;

  constructor(readonly size: number) {
    this.impressions = new Float32Array(size);
    this.clicks = new Float32Array(size);
    this.opened = new Float32Array(size);
    this.watched = new Float32Array(size);
    this.likes = new Float32Array(size);
    this.hides = new Float32Array(size);
  }

  add(entry: number, log: VideoLog, row: number) {
    if ((log.position[row] as number) > 0) {
      this.impressions[entry] = (this.impressions[entry] as number) + 1;
      this.clicks[entry] = (this.clicks[entry] as number) + (log.clicked[row] as number);
      this.hides[entry] = (this.hides[entry] as number) + (log.hidden[row] as number);
    }
    if (!log.clicked[row]) return;
    this.opened[entry] = (this.opened[entry] as number) + 1;
    this.watched[entry] = (this.watched[entry] as number) + (log.watchFraction[row] as number);
    this.likes[entry] = (this.likes[entry] as number) + (log.liked[row] as number);
  }

  private read(counts: Float32Array, entry: number): number {
    return entry < this.size ? (counts[entry] as number) : 0;
  }
  shown = (entry: number) => this.read(this.impressions, entry);
  watches = (entry: number) => this.read(this.opened, entry);
  clickRate = (entry: number) =>
    smoothed(this.read(this.clicks, entry), this.read(this.impressions, entry), PRIOR.click);
  hideRate = (entry: number) =>
    smoothed(this.read(this.hides, entry), this.read(this.impressions, entry), PRIOR.hide);
  watchFraction = (entry: number) =>
    smoothed(this.read(this.watched, entry), this.read(this.opened, entry), PRIOR.watch);
  likeRate = (entry: number) =>
    smoothed(this.read(this.likes, entry), this.read(this.opened, entry), PRIOR.like);
}

export class ItemCounters {
  private readonly items: Tally;
  private readonly creators: Tally;
  /** Watches, each worth 2^(day / half-life), so that decay needs no sweep. */
  private readonly recent: Float64Array;

  /** `creators` are counts to go on with. */
  constructor(
    private readonly catalogue: Pick<VideoCatalogue, "loggedSize" | "loggedCreators" | "creator">,
    creators?: Tally,
  ) {
    this.items = new Tally(catalogue.loggedSize);
    this.creators = creators ?? new Tally(catalogue.loggedCreators);
    this.recent = new Float64Array(catalogue.loggedSize);
  }

  /** A view in which no video was ever shown; creators are known as here, or not at all. */
  hideItems(alsoCreators: boolean): ItemCounters {
    const empty = { ...this.catalogue, loggedSize: 0, loggedCreators: 0 };
    return new ItemCounters(empty, alsoCreators ? undefined : this.creators);
  }

  add(log: VideoLog, row: number) {
    const item = log.item[row] as number;
    this.items.add(item, log, row);
    this.creators.add(this.catalogue.creator[item] as number, log, row);
    if (log.clicked[row])
      this.recent[item] = (this.recent[item] as number) + 2 ** ((log.day[row] as number) / HALF_LIFE_DAYS);
  }

  /** Impressions so far. */
  shown = (item: number) => this.items.shown(item);
  watches = (item: number) => this.items.watches(item);
  /** Watches with exponential decay up to `day`. */
  recentWatches(item: number, day: number): number {
    return item < this.recent.length ? (this.recent[item] as number) * 2 ** (-day / HALF_LIFE_DAYS) : 0;
  }
  clickRate = (item: number) => this.items.clickRate(item);
  hideRate = (item: number) => this.items.hideRate(item);
  meanWatchFraction = (item: number) => this.items.watchFraction(item);
  likeRate = (item: number) => this.items.likeRate(item);
  /** Whether the creator has logged videos. */
  knowsCreator = (creator: number) => creator < this.creators.size;
  creatorClickRate = (creator: number) => this.creators.clickRate(creator);
  creatorWatchFraction = (creator: number) => this.creators.watchFraction(creator);
}
