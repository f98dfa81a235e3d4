/**
 * A ratio of two sums over users (clicks over impressions), when users were randomised and not impressions. Rows of one user are alike,
 * so the naive error is too small; the delta method takes it from users (Deng, Knoblich & Lu, Applying the Delta Method in Metric
 * Analytics, 2018).
 */
import { mean } from "./classification";

/**
 * Standard error of `\bar y / \bar x` over n users: `\frac{1}{\bar x} \sqrt{\frac{1}{n} \mathrm{var}(y - r x)}`, r the ratio. `numerators[i]` and
 * `denominators[i]` are sums of user i.
 */
export function ratioStandardError(numerators: ArrayLike<number>, denominators: ArrayLike<number>): number {
  const n = numerators.length;
  const [meanY, meanX] = [mean(numerators), mean(denominators)];
  const ratio = meanY / meanX;
  let sum = 0;
  for (let i = 0; i < n; i++)
    sum += ((numerators[i] as number) - meanY - ratio * ((denominators[i] as number) - meanX)) ** 2;
  return Math.sqrt(sum / (n - 1) / n) / meanX;
}

/** `1 + (m - 1)\,\rho`: the factor on the variance when m rows a user are alike with intraclass correlation rho (Kish, 1965). */
export function designEffect(rowsPerUser: number, intraclassCorrelation: number): number {
  return 1 + (rowsPerUser - 1) * intraclassCorrelation;
}
