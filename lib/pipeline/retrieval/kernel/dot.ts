/**
 * AssemblyScript. Inner products of int8 vectors, in two builds with equal results: baseline SIMD multiplies 16-bit
 * lanes; relaxed SIMD multiplies signed bytes with 7-bit unsigned bytes (relaxed_dot_i8x16_i7x16), whose result its
 * specification leaves open only when the right side has its highest bit set.
 */

// @ts-nocheck

/**
 * Adds 16 products of signed bytes with the 7-bit bytes at `right`, four partial sums. The signed bytes come as
 * `first` and `second` (firstHalf, secondHalf), so that they are loaded once for several right sides.
 */
export function dotShifted(sum: v128, first: v128, second: v128, right: usize): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_dot_i8x16_i7x16_add_s(first, v128.load(right), sum);
  return dotWidened(sum, right, first, second);
}

/** Relaxed: all 16 bytes; baseline: the first eight, widened. */
export function firstHalf(at: usize): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.load(at);
  return v128.load_ext<i8>(at);
}

/** Relaxed: nothing; baseline: the last eight, widened. */
export function secondHalf(at: usize): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.splat(0);
  return v128.load_ext<i8>(at, 8);
}

function dotWidened(sum: v128, bytes: usize, first: v128, second: v128): v128 {
  const low = i32x4.dot_i16x8_s(v128.load_ext<i8>(bytes), first);
  const high = i32x4.dot_i16x8_s(v128.load_ext<i8>(bytes, 8), second);
  return i32x4.add(i32x4.add(sum, low), high);
}

/**
 * Adds 16 products of a row with the prepared query (prepareQuery), which comes in two parts. Relaxed: magnitudes and
 * sign masks; where the query is negative the row's byte x becomes ~x = -x - 1, so that every product comes out right
 * but for the sum of the negative magnitudes, the same for all rows: queryOffset. Baseline: two widened halves.
 */
export function dotQuery(sum: v128, row: usize, first: v128, second: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD)
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.xor(v128.load(row), second), first, sum);
  return dotWidened(sum, row, first, second);
}

/** What dotQuery leaves out of a row's product with the query. */
export let queryOffset: i32 = 0;

/** Brings `query` (int8 in [-127, 127]) into the form that dotQuery reads: for 16 components two vectors, 32 bytes. */
export function prepareQuery(query: usize, prepared: usize, dim: i32): void {
  queryOffset = 0;
  for (let d: usize = 0; d < (dim as usize); d++) {
    const value = load<i8>(query + d) as i32;
    if (ASC_FEATURE_RELAXED_SIMD) {
      const at = prepared + ((d & ~15) << 1) + (d & 15);
      store<u8>(at, (value < 0 ? -value : value) as u8);
      store<u8>(at, value < 0 ? 255 : 0, 16);
      if (value < 0) queryOffset -= value;
    } else store<i16>(prepared + (d << 1), value as i16);
  }
}

/** [sum of a, sum of b, sum of c, sum of d]. */
export function sumsOfFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const left = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const right = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i64>(left, right, 0, 2), v128.shuffle<i64>(left, right, 1, 3));
}

export function sumOfLanes(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

/** int8 row times int16 query. dim is a multiple of 16. */
export function dotFine(row: usize, query: usize, dim: i32): i32 {
  let sum = i32x4.splat(0);
  for (let d = 0; d < dim; d += 8)
    sum = i32x4.add(
      sum,
      i32x4.dot_i16x8_s(v128.load_ext<i8>(row + (d as usize)), v128.load(query + ((d as usize) << 1))),
    );
  return sumOfLanes(sum);
}

/** float32 row times float32 query. dim is a multiple of 4. */
export function dotFloat(row: usize, query: usize, dim: i32): f32 {
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
