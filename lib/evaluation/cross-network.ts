/**
 * Size and reach of feature-crossing layers. d is the width of the concatenated embeddings, L the number of layers.
 * Sources: Wang et al., "Deep & Cross Network" (2017, v1) and "DCN V2" (2021).
 */

/** v1, `x_{l+1} = x_0 (x_l^\top w_l) + b_l + x_l`: `2 d L` parameters. */
export function crossV1Parameters(inputDim: number, layers: number): number {
  return 2 * inputDim * layers;
}

/** v2, `x_{l+1} = x_0 \odot (W_l x_l + b_l) + x_l`: `L (d^2 + d)` parameters. */
export function crossV2Parameters(inputDim: number, layers: number): number {
  return layers * (inputDim ** 2 + inputDim);
}

/** v2 with `W_l = U_l V_l^\top` of rank r: `L (2 d r + d)` parameters. */
export function crossLowRankParameters(inputDim: number, layers: number, rank: number): number {
  return layers * (2 * inputDim * rank + inputDim);
}

/** Hidden layers of one width with biases, without the output: `d h + h + (L - 1)(h^2 + h)` parameters. */
export function mlpParameters(inputDim: number, layers: number, width: number): number {
  return inputDim * width + width + (layers - 1) * (width ** 2 + width);
}

/** L cross layers hold products of up to L + 1 features exactly. */
export function interactionDegree(layers: number): number {
  return layers + 1;
}

/** `\log_{10}` of the number of monomials of degree 1 to L + 1 in d variables, `\binom{d + L + 1}{L + 1} - 1`. */
export function log10Monomials(inputDim: number, layers: number): number {
  const degree = interactionDegree(layers);
  let product = 1;
  for (let i = 1; i <= degree; i++) product *= (inputDim + i) / i;
  return Math.log10(product - 1);
}
