/**
 * Click rates of many entities with exponential forgetting: two running sums per entity, brought forward when they are
 * touched, so that an update costs the same whatever the history (time-decayed counters; McMahan et al., 2013, keep such
 * counts beside the model).
 */
export class DecayedRates {
  private readonly impressions: Float64Array;
  private readonly clicks: Float64Array;
  private readonly touched: Float64Array;

  constructor(
    readonly size: number,
    private readonly halfLifeDays: number,
  ) {
    this.impressions = new Float64Array(size);
    this.clicks = new Float64Array(size);
    this.touched = new Float64Array(size);
  }

  /** Adds an impression of that weight, and its click, at a moment that is not before the entity's last one. */
  add(entity: number, day: number, weight: number, clicked: boolean): void {
    const kept = this.keptBy(entity, day);
    this.impressions[entity] = (this.impressions[entity] as number) * kept + weight;
    this.clicks[entity] = (this.clicks[entity] as number) * kept + Number(clicked);
    this.touched[entity] = day;
  }

  impressionsAt(entity: number, day: number): number {
    return (this.impressions[entity] as number) * this.keptBy(entity, day);
  }

  /** `\frac{c + a \pi}{n + a}`: the rate with `strength` a of imagined impressions at the rate `prior`. */
  smoothedRate(entity: number, day: number, prior: number, strength: number): number {
    const kept = this.keptBy(entity, day);
    const clicks = (this.clicks[entity] as number) * kept;
    return (clicks + strength * prior) / ((this.impressions[entity] as number) * kept + strength);
  }

  /** `2^{-\Delta t / \mathrm{half\ life}}` since the entity was touched. */
  private keptBy(entity: number, day: number): number {
    return 2 ** (((this.touched[entity] as number) - day) / this.halfLifeDays);
  }
}
