/**
 * Indices of the `count` largest values that are not excluded, best first; equal values go to the lower index.
 * A heap of the best so far, its worst on top: most values are turned away by one comparison.
 */
export function topIndices(values: Float32Array, isExcluded: Uint8Array | null, count: number): Int32Array {
  const heap = new Int32Array(Math.min(count, values.length));
  let size = 0;
  /** Whether index a ranks below index b. */
  const isWorse = (a: number, b: number) => {
    const left = values[a] as number;
    const right = values[b] as number;
    return left < right || (left === right && a > b);
  };
  const siftDown = (from: number) => {
    const moved = heap[from] as number;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isWorse(heap[child + 1] as number, heap[child] as number)) child++;
      if (!isWorse(heap[child] as number, moved)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = moved;
  };
  for (let index = 0; index < values.length && heap.length > 0; index++) {
    if (isExcluded?.[index]) continue;
    if (size < heap.length) {
      heap[size++] = index;
      if (size === heap.length) for (let at = (size >> 1) - 1; at >= 0; at--) siftDown(at);
    } else if ((values[index] as number) > (values[heap[0] as number] as number)) {
      heap[0] = index;
      siftDown(0);
    }
  }
  return heap.subarray(0, size).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
