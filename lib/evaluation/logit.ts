/** Probabilities and their log-odds: the scale on which a logistic model adds up what it knows. */

/** `\mathrm{logit}(p) = \ln \frac{p}{1 - p}` for p between 0 and 1, both excluded. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** `\sigma(z) = \frac{1}{1 + e^{-z}}`, the inverse of logit. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
