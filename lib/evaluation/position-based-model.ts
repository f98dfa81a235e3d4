/**
 * The position-based click model fitted to a log: how likely each position is seen and how attractive each item is, by
 * expectation maximisation (Chuklin, Markov & de Rijke, Click Models for Web Search, 2015, section 4.1.2). An item is
 * whatever keeps its attractiveness wherever it is shown: a product for one query, say.
 */

/** Row i: item `item[i]` was shown `impressions[i]` times at `position[i]` (from 1) and clicked `clicks[i]` times. */
export type PositionClicks = {
  readonly size: number;
  /** Items are numbered from 0 to items - 1, positions from 1 to positions. */
  readonly items: number;
  readonly positions: number;
  readonly item: Int32Array;
  readonly position: Uint8Array;
  /** Counts, or masses when rows are weighted. */
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
};

export type PositionBasedModel = {
  /** [positions]: P(seen | position), over that of position 1. */
  readonly examination: Float64Array;
  /** [items]: P(click | seen at position 1). */
  readonly attraction: Float64Array;
};

const HIGHEST = 1 - 1e-9;
const LOWEST = 1e-9;
const clamp = (value: number) => Math.min(HIGHEST, Math.max(LOWEST, value));

/** `P(\mathrm{seen} \mid \mathrm{no\ click}) = \gamma (1 - \alpha) / (1 - \gamma \alpha)`. */
export const seenWithoutClick = (examination: number, attraction: number): number =>
  (examination * (1 - attraction)) / (1 - examination * attraction);

/** `P(\mathrm{attractive} \mid \mathrm{no\ click}) = \alpha (1 - \gamma) / (1 - \gamma \alpha)`. */
export const attractiveWithoutClick = (examination: number, attraction: number): number =>
  (attraction * (1 - examination)) / (1 - examination * attraction);

/** Sums of a step: what was seen, found attractive and shown, by position and by item. */
class Expectations {
  readonly seen: Float64Array;
  readonly shownAt: Float64Array;
  readonly attractive: Float64Array;
  readonly shownOf: Float64Array;

  constructor({ positions, items }: PositionClicks) {
    this.seen = new Float64Array(positions);
    this.shownAt = new Float64Array(positions);
    this.attractive = new Float64Array(items);
    this.shownOf = new Float64Array(items);
  }

  collect(log: PositionClicks, { examination, attraction }: PositionBasedModel) {
    for (const sums of [this.seen, this.shownAt, this.attractive, this.shownOf]) sums.fill(0);
    for (let row = 0; row < log.size; row++) {
      const item = log.item[row] as number;
      const column = (log.position[row] as number) - 1;
      const clicks = log.clicks[row] as number;
      const shown = log.impressions[row] as number;
      const [gamma, alpha] = [examination[column] as number, attraction[item] as number];
      const missed = shown - clicks;
      this.seen[column] = (this.seen[column] as number) + clicks + missed * seenWithoutClick(gamma, alpha);
      this.attractive[item] =
        (this.attractive[item] as number) + clicks + missed * attractiveWithoutClick(gamma, alpha);
      this.shownAt[column] = (this.shownAt[column] as number) + shown;
      this.shownOf[item] = (this.shownOf[item] as number) + shown;
    }
  }
}

/**
 * `\gamma_p = \frac{\sum_{\mathrm{shown\ at\ } p} P(\mathrm{seen} \mid \mathrm{click})}{n_p}` and the same for items, again and again. Only
 * the product of both is in the data: examination is given over that of position 1, and attraction takes the factor up. Items
 * that were shown at one position only tell nothing of examination, and many rare items flatten what is found: fit it to the
 * items with many impressions, or harvest (examination.ts). Positions without impressions keep what they start with.
 */
export function fitPositionBasedModel(log: PositionClicks, iterations = 50): PositionBasedModel {
  const model = {
    examination: Float64Array.from({ length: log.positions }, (_, column) => clamp(1 / (column + 1))),
    attraction: new Float64Array(log.items).fill(0.2),
  };
  const sums = new Expectations(log);
  for (let iteration = 0; iteration < iterations; iteration++) {
    sums.collect(log, model);
    update(model.examination, sums.seen, sums.shownAt);
    update(model.attraction, sums.attractive, sums.shownOf);
    const first = model.examination[0] as number;
    for (let p = 0; p < log.positions; p++)
      model.examination[p] = clamp((model.examination[p] as number) / first);
    for (let i = 0; i < log.items; i++) model.attraction[i] = clamp((model.attraction[i] as number) * first);
  }
  return model;
}

function update(values: Float64Array, expected: Float64Array, shown: Float64Array) {
  for (let at = 0; at < values.length; at++)
    if ((shown[at] as number) > 0) values[at] = clamp((expected[at] as number) / (shown[at] as number));
}

/** `\sum_i c_i \ln(\gamma \alpha) + (n_i - c_i) \ln(1 - \gamma \alpha)`, natural log. */
export function positionBasedLogLikelihood(log: PositionClicks, model: PositionBasedModel): number {
  let sum = 0;
  for (let row = 0; row < log.size; row++) {
    const gamma = model.examination[(log.position[row] as number) - 1] as number;
    const click = clamp(gamma * (model.attraction[log.item[row] as number] as number));
    const clicks = log.clicks[row] as number;
    sum += clicks * Math.log(click) + ((log.impressions[row] as number) - clicks) * Math.log1p(-click);
  }
  return sum;
}
