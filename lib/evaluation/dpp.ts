/**
 * Greedy MAP inference of a determinantal point process (Chen, Zhang and Zhou, 2018): the next item is the one that
 * most increases log det(L_S), found by updating a Cholesky factor, O(n * count^2) in all.
 */
const EPSILON = 1e-10;

/**
 * `kernel(i, j)` is the positive semi-definite matrix L, with `kernel(i, i)` the squared quality of item i.
 * Returns up to `count` indices in the order of choice; fewer when no item adds volume.
 */
export function selectByDpp(size: number, kernel: (a: number, b: number) => number, count: number): number[] {
  const gains = Float64Array.from({ length: size }, (_, i) => kernel(i, i));
  /** Row i of the growing Cholesky factor. */
  const factors = Array.from({ length: size }, () => [] as number[]);
  const isChosen = new Uint8Array(size);
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, size)) {
    let best = -1;
    for (let i = 0; i < size; i++)
      if (!isChosen[i] && (best < 0 || (gains[i] as number) > (gains[best] as number))) best = i;
    if (best < 0 || (gains[best] as number) < EPSILON) return chosen;
    chosen.push(best);
    isChosen[best] = 1;
    const root = Math.sqrt(gains[best] as number);
    const bestFactors = factors[best] as number[];
    for (let i = 0; i < size; i++) {
      if (isChosen[i]) continue;
      const own = factors[i] as number[];
      let dot = 0;
      for (let c = 0; c < bestFactors.length; c++) dot += (bestFactors[c] as number) * (own[c] as number);
      const step = (kernel(best, i) - dot) / root;
      own.push(step);
      gains[i] = (gains[i] as number) - step * step;
    }
  }
  return chosen;
}

/**
 * `\\det L_S`, the squared volume that the chosen items span, by the same Cholesky steps in the order given; 1 for no items
 * and 0 when one of them lies in the span of the others.
 */
export function setDeterminant(items: readonly number[], kernel: (a: number, b: number) => number): number {
  let product = 1;
  const factors: number[][] = [];
  for (const item of items) {
    const own: number[] = [];
    let gain = kernel(item, item);
    factors.forEach((factor, position) => {
      const dot = own.reduce((sum, value, c) => sum + value * (factor[c] ?? 0), 0);
      const step = (kernel(items[position] ?? 0, item) - dot) / (factor[position] ?? 1);
      own.push(step);
      gain -= step * step;
    });
    if (gain < EPSILON) return 0;
    factors.push([...own, Math.sqrt(gain)]);
    product *= gain;
  }
  return product;
}
