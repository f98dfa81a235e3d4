/**
 * Click rates of many entities with exponential forgetting: two running sums per entity, brought forward when they are
 * touched, so that an update costs the same whatever the history (time-decayed counts, as ad servers keep them; He et
 * al., 2014, find them to be most of what a click model lives on). Time is in whole hours, as the job that adds runs hourly.
 */
const TABLE_HOURS = 24 * 64;

export class DecayedRates {
  private readonly impressions: Float64Array;
  private readonly clicks: Float64Array;
  private readonly touched: Int32Array;
  /** Share kept after so many hours: `2^{-\Delta t / \mathrm{half\ life}}`. */
  private readonly kept: Float64Array;

  constructor(
    readonly size: number,
    halfLifeDays: number,
  ) {
    this.impressions = new Float64Array(size);
    this.clicks = new Float64Array(size);
    this.touched = new Int32Array(size);
    this.kept = Float64Array.from({ length: TABLE_HOURS }, (_, hours) => 2 ** (-hours / 24 / halfLifeDays));
  }

  /** Adds an impression of that weight, and its click, in an hour that is not before the entity's last one. */
  add(entity: number, hour: number, weight: number, clicked: boolean): void {
    const kept = this.keptBy(entity, hour);
    this.impressions[entity] = (this.impressions[entity] as number) * kept + weight;
    this.clicks[entity] = (this.clicks[entity] as number) * kept + Number(clicked);
    this.touched[entity] = hour;
  }

  impressionsAt(entity: number, hour: number): number {
    return (this.impressions[entity] as number) * this.keptBy(entity, hour);
  }

  /** `\frac{c + a \pi}{n + a}`: the rate with `strength` a of imagined impressions at the rate `prior`. */
  smoothedRate(entity: number, hour: number, prior: number, strength: number): number {
    const kept = this.keptBy(entity, hour);
    const clicks = (this.clicks[entity] as number) * kept;
    return (clicks + strength * prior) / ((this.impressions[entity] as number) * kept + strength);
  }

  private keptBy(entity: number, hour: number): number {
    const hours = Math.min(hour - (this.touched[entity] as number), TABLE_HOURS - 1);
    return this.kept[hours] as number;
  }
}
