/**
 * AssemblyScript, not TypeScript: compiled by lib/cli/build-scan-kernel.ts into ../scan-kernel-binary.ts.
 * Exact top-k by dot product over rows in linear memory, with 128-bit SIMD. Scores are kept as 64-bit keys
 * (score in the high half, inverted row in the low half), so that equal scores are won by the lower row and the
 * result is the same on every machine. A buffer collects rows above the current k-th score; when it is full,
 * quickselect cuts it back to k.
 */

// @ts-nocheck

const LOW_HALF: i64 = 0xffffffff;

function makeKey(score: i32, row: i32): i64 {
  return ((score as i64) << 32) | (LOW_HALF - (row as i64));
}

function swap(keys: usize, a: i32, b: i32): void {
  const left = load<i64>(keys + ((a as usize) << 3));
  store<i64>(keys + ((a as usize) << 3), load<i64>(keys + ((b as usize) << 3)));
  store<i64>(keys + ((b as usize) << 3), left);
}

function keyAt(keys: usize, index: i32): i64 {
  return load<i64>(keys + ((index as usize) << 3));
}

/** Hoare's quickselect: afterwards the k largest keys lie in [0, k). */
function selectLargest(keys: usize, count: i32, k: i32): void {
  let low: i32 = 0;
  let high: i32 = count - 1;
  while (low < high) {
    const pivot = keyAt(keys, (low + high) >>> 1);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keyAt(keys, i) > pivot) i++;
      while (keyAt(keys, j) < pivot) j--;
      if (i <= j) {
        swap(keys, i, j);
        i++;
        j--;
      }
    }
    if (k - 1 <= j) high = j;
    else if (k - 1 >= i) low = i;
    else return;
  }
}

/** In-place heap sort, largest first. */
function sortDescending(keys: usize, count: i32): void {
  for (let root = (count >> 1) - 1; root >= 0; root--) siftDown(keys, root, count);
  for (let end = count - 1; end > 0; end--) {
    swap(keys, 0, end);
    siftDown(keys, 0, end);
  }
}

/** A min-heap, so that the smallest key goes to the end first. */
function siftDown(keys: usize, start: i32, count: i32): void {
  let root = start;
  while (true) {
    let child = root * 2 + 1;
    if (child >= count) return;
    if (child + 1 < count && keyAt(keys, child + 1) < keyAt(keys, child)) child++;
    if (keyAt(keys, root) <= keyAt(keys, child)) return;
    swap(keys, root, child);
    root = child;
  }
}

function smallestOf(keys: usize, count: i32): i32 {
  let smallest = keyAt(keys, 0);
  for (let i = 1; i < count; i++) if (keyAt(keys, i) < smallest) smallest = keyAt(keys, i);
  return (smallest >> 32) as i32;
}

/** int8 row times int16 query. dim is a multiple of 16. */
function dotInt8(row: usize, query: usize, dim: i32): i32 {
  let sum = i32x4.splat(0);
  for (let d = 0; d < dim; d += 16) {
    const bytes = v128.load(row + (d as usize));
    const q = query + ((d as usize) << 1);
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(bytes), v128.load(q)));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(bytes), v128.load(q + 16)));
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

/** float32 row times float32 query. dim is a multiple of 4. */
function dotFloat(row: usize, query: usize, dim: i32): f32 {
  let sum = f32x4.splat(0);
  for (let d = 0; d < dim; d += 4) {
    const at = (d as usize) << 2;
    sum = f32x4.add(sum, f32x4.mul(v128.load(row + at), v128.load(query + at)));
  }
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    f32x4.extract_lane(sum, 2) +
    f32x4.extract_lane(sum, 3)
  );
}

/** Maps a float to an integer of the same order. */
function orderedBits(value: f32): i32 {
  const bits = reinterpret<i32>(value);
  return bits >= 0 ? bits : bits ^ 0x7fffffff;
}

/**
 * Scans rows [from, to). `keys` has room for `capacity` (> k) 64-bit keys; the first min(k, to - from) hold the
 * result, largest first. Returns their number.
 */
export function scanInt8(
  rows: usize,
  from: i32,
  to: i32,
  dim: i32,
  query: usize,
  k: i32,
  keys: usize,
  capacity: i32,
): i32 {
  let count: i32 = 0;
  let threshold: i32 = i32.MIN_VALUE;
  let row = rows + (from as usize) * (dim as usize);
  for (let i = from; i < to; i++) {
    const score = dotInt8(row, query, dim);
    row += dim as usize;
    if (score <= threshold) continue;
    store<i64>(keys + ((count as usize) << 3), makeKey(score, i));
    count++;
    if (count === capacity) {
      selectLargest(keys, count, k);
      count = k;
      threshold = smallestOf(keys, k);
    }
  }
  return finish(keys, count, k);
}

/** As scanInt8, for float32 rows; the high half of a key is the ordered bits of the score. */
export function scanFloat(
  rows: usize,
  from: i32,
  to: i32,
  dim: i32,
  query: usize,
  k: i32,
  keys: usize,
  capacity: i32,
): i32 {
  let count: i32 = 0;
  let threshold: i32 = i32.MIN_VALUE;
  let row = rows + (((from as usize) * (dim as usize)) << 2);
  for (let i = from; i < to; i++) {
    const score = orderedBits(dotFloat(row, query, dim));
    row += (dim as usize) << 2;
    if (score <= threshold) continue;
    store<i64>(keys + ((count as usize) << 3), makeKey(score, i));
    count++;
    if (count === capacity) {
      selectLargest(keys, count, k);
      count = k;
      threshold = smallestOf(keys, k);
    }
  }
  return finish(keys, count, k);
}

function finish(keys: usize, count: i32, k: i32): i32 {
  let kept = count;
  if (count > k) {
    selectLargest(keys, count, k);
    kept = k;
  }
  sortDescending(keys, kept);
  return kept;
}
