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
