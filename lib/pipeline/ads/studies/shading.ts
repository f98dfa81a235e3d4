/**
 * Shading: predictions of winners are corrected by what winners brought. A line on the logit, fitted by least squares on
 * the clicks of earlier winners, draws high predictions back towards what such predictions turned out to be worth.
 */
export type Shading = { readonly slope: number; readonly intercept: number };

const logit = (p: number) => Math.log(p / (1 - p));

/** `a s + b` on the logit s of a prediction. */
export const shadeLogit = (p: number, { slope, intercept }: Shading): number =>
  1 / (1 + Math.exp(-(slope * logit(p) + intercept)));

/**
 * Weighted least squares of the empirical logits `\log \frac{k + 1/2}{n - k + 1/2}` on the predicted ones; the weight of a
 * winner is the inverse variance of its logit, about n p (1 - p). `clicks[i]` of `shown` impressions of winner i.
 */
export function fitShading(
  predictions: readonly number[],
  clicks: readonly number[],
  shown: number,
): Shading {
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (const [i, p] of predictions.entries()) {
    const k = clicks[i] ?? 0;
    const x = logit(p);
    const y = Math.log((k + 0.5) / (shown - k + 0.5));
    const rate = (k + 0.5) / (shown + 1);
    const weight = shown * rate * (1 - rate);
    w += weight;
    wx += weight * x;
    wy += weight * y;
    wxx += weight * x * x;
    wxy += weight * x * y;
  }
  const spread = wxx - (wx * wx) / w;
  // All winners alike: nothing says how the slope should be.
  const slope = spread > 1e-9 ? Math.min(1.5, Math.max(0, (wxy - (wx * wy) / w) / spread)) : 1;
  return { slope, intercept: (wy - slope * wx) / w };
}
