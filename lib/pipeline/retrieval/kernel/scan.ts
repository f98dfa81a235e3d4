/**
 * AssemblyScript, not TypeScript: compiled by lib/cli/build-scan-kernel.ts into ../scan-kernel-binary.ts.
 * Exact top-k by inner product over int8 rows in linear memory; each row has a scale (one byte), by which its integer
 * product is multiplied. A query has two forms: int8, with which all rows are scanned, and int16, with which the best
 * are scored again.
 */

// @ts-nocheck

import { dotFine, dotFloat, dotQuery, queryOffset, sumOfLanes, sumsOfFour } from "./dot";
import { cutKeys, finishKeys, idOfKey, keepBest, offer, setScore, threshold } from "./keys";

export { prepareQuery } from "./dot";
export { beginKeys, finishKeys, heldKeys, offerKeys } from "./keys";
export { assign, configureAssign, permute } from "./lists";

let rows: usize = 0;
let scales: usize = 0;
let ids: usize = 0;
let dim: i32 = 0;

/** What is scanned: rows, their scales (uint8), their ids (int32; 0: the row number). */
export function configure(rowsAt: usize, scalesAt: usize, idsAt: usize, dimension: i32): void {
  rows = rowsAt;
  scales = scalesAt;
  ids = idsAt;
  dim = dimension;
}

function idOf(row: i32): i32 {
  return ids === 0 ? row : load<i32>(ids + ((row as usize) << 2));
}

function scaleOf(row: i32): i32 {
  return load<u8>(scales + (row as usize)) as i32;
}

/** Scores of rows [i, i + 4). */
function scoresOfFour(row: usize, query: usize, i: i32, width: usize): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const second = row + width;
  const third = second + width;
  const fourth = third + width;
  for (let at: usize = 0; at < width; at += 16) {
    const left = v128.load(query + (at << 1));
    const right = v128.load(query + (at << 1), 16);
    a = dotQuery(a, row + at, left, right);
    b = dotQuery(b, second + at, left, right);
    c = dotQuery(c, third + at, left, right);
    d = dotQuery(d, fourth + at, left, right);
  }
  const products = i32x4.add(sumsOfFour(a, b, c, d), i32x4.splat(queryOffset));
  const bytes = v128.load_zero<i32>(scales + (i as usize));
  return i32x4.mul(products, i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
}

function scoreOfOne(row: usize, query: usize, i: i32, width: usize): i32 {
  let sum = i32x4.splat(0);
  for (let at: usize = 0; at < width; at += 16) {
    const halves = query + (at << 1);
    sum = dotQuery(sum, row + at, v128.load(halves), v128.load(halves, 16));
  }
  return (sumOfLanes(sum) + queryOffset) * scaleOf(i);
}

function offerFour(scores: v128, i: i32): void {
  offer(i32x4.extract_lane(scores, 0), idOf(i));
  offer(i32x4.extract_lane(scores, 1), idOf(i + 1));
  offer(i32x4.extract_lane(scores, 2), idOf(i + 2));
  offer(i32x4.extract_lane(scores, 3), idOf(i + 3));
}

/** Offers rows [from, to), scored with the prepared query. */
export function scan(query: usize, from: i32, to: i32): void {
  const width = dim as usize;
  let row = rows + (from as usize) * width;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const scores = scoresOfFour(row, query, i, width);
    row += width << 2;
    if (v128.any_true(i32x4.ge_s(scores, i32x4.splat(threshold)))) offerFour(scores, i);
  }
  for (; i < to; i++) {
    offer(scoreOfOne(row, query, i, width), idOf(i));
    row += width;
  }
}

/**
 * Scores the kept ids again with the int16 query and leaves the k best in falling order; `rowOf` maps ids to rows
 * (0: the id is the row). Returns their number.
 */
export function rescore(query: usize, rowOf: usize, k: i32): i32 {
  const kept = cutKeys();
  for (let i = 0; i < kept; i++) {
    const id = idOfKey(i);
    const row = rowOf === 0 ? id : load<i32>(rowOf + ((id as usize) << 2));
    const product = dotFine(rows + (row as usize) * (dim as usize), query, dim);
    setScore(i, product * scaleOf(row));
  }
  keepBest(k);
  return finishKeys();
}

/** Maps a float to an integer of the same order. */
function orderedBits(value: f32): i32 {
  const bits = reinterpret<i32>(value);
  return bits >= 0 ? bits : bits ^ 0x7fffffff;
}

/** Offers float32 rows [0, count); the score of a key is the ordered bits of the product. */
export function scanFloat(floatRows: usize, count: i32, dimension: i32, query: usize): void {
  let row = floatRows;
  for (let i = 0; i < count; i++) {
    offer(orderedBits(dotFloat(row, query, dimension)), i);
    row += (dimension as usize) << 2;
  }
}

/** Reads every byte of `bytes` (a multiple of 64) with the scan's loads and returns a checksum. */
export function readAll(from: usize, bytes: i32): i32 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  const end = from + (bytes as usize);
  for (let at = from; at < end; at += 64) {
    a = v128.xor(v128.xor(a, v128.load(at)), v128.load(at, 16));
    b = v128.xor(v128.xor(b, v128.load(at, 32)), v128.load(at, 48));
  }
  const both = v128.xor(a, b);
  return (
    i32x4.extract_lane(both, 0) ^
    i32x4.extract_lane(both, 1) ^
    i32x4.extract_lane(both, 2) ^
    i32x4.extract_lane(both, 3)
  );
}
