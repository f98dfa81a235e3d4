/**
 * AssemblyScript. What inverted lists need: the nearest centroid of a row, found by way of groups of centroids (the
 * best groups first, then the centroids in them), and bringing the rows of each list together in place.
 * Centroids are 7-bit bytes plus 64; the shift adds the same to every product of a row and so does not change the order.
 */

// @ts-nocheck

import { dotShifted, firstHalf, secondHalf, sumsOfFour } from "./dot";

/** At most so many groups, so that a group's number fits below its product. */
const GROUP_BITS: i32 = 6;
const GROUP_ROOM: i32 = 1 << GROUP_BITS;

let rows: usize = 0;
let dim: i32 = 0;
let groups: usize = 0;
let groupCount: i32 = 0;
let groupStarts: usize = 0;
let visits: i32 = 0;
let centroids: usize = 0;
let listCount: i32 = 0;
let groupScores: usize = 0;

/**
 * `groups`: [groupCount, dim] like centroids, a multiple of four when more than `visits`; `groupStarts`: int32 [groupCount + 1], the centroids of each group, which
 * lie together; `visits`: groups looked into per row; `groupScores`: room for groupCount int32.
 */
export function configureAssign(
  rowsAt: usize,
  dimension: i32,
  groupsAt: usize,
  groupNumber: i32,
  groupStartsAt: usize,
  groupVisits: i32,
  centroidsAt: usize,
  lists: i32,
  groupScoresAt: usize,
): void {
  rows = rowsAt;
  dim = dimension;
  groups = groupsAt;
  groupCount = groupNumber;
  groupStarts = groupStartsAt;
  visits = groupVisits;
  centroids = centroidsAt;
  listCount = lists;
  groupScores = groupScoresAt;
}

/** Products of the row with vectors [at, at + 4 dim). */
function productsOfFour(row: usize, at: usize): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const second = at + (dim as usize);
  const third = second + (dim as usize);
  const fourth = third + (dim as usize);
  for (let i: usize = 0; i < (dim as usize); i += 16) {
    const left = firstHalf(row + i);
    const right = secondHalf(row + i);
    a = dotShifted(a, left, right, at + i);
    b = dotShifted(b, left, right, second + i);
    c = dotShifted(c, left, right, third + i);
    d = dotShifted(d, left, right, fourth + i);
  }
  return sumsOfFour(a, b, c, d);
}

let best: v128 = i32x4.splat(i32.MIN_VALUE);
let bestIndex: v128 = i32x4.splat(0);

/** Takes the larger product of each lane; equal ones go to the lower centroid. */
function lookInto(row: usize, from: i32, to: i32): void {
  let top = best;
  let topIndex = bestIndex;
  let at = centroids + (from as usize) * (dim as usize);
  let index = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3));
  const end = i32x4.splat(to);
  for (let c = from; c < to; c += 4) {
    const products = productsOfFour(row, at);
    const larger = i32x4.gt_s(products, top);
    const equalButLower = v128.and(i32x4.eq(products, top), i32x4.lt_s(index, topIndex));
    const better = v128.and(v128.or(larger, equalButLower), i32x4.lt_s(index, end));
    top = v128.bitselect(products, top, better);
    topIndex = v128.bitselect(index, topIndex, better);
    at += (dim as usize) << 2;
    index = i32x4.add(index, i32x4.splat(4));
  }
  best = top;
  bestIndex = topIndex;
}

function lane(value: v128, index: i32): i32 {
  if (index === 0) return i32x4.extract_lane(value, 0);
  if (index === 1) return i32x4.extract_lane(value, 1);
  if (index === 2) return i32x4.extract_lane(value, 2);
  return i32x4.extract_lane(value, 3);
}

/** The groups' products with the row, each with the group's number below, so that equal ones go to the lower group. */
function scoreGroups(row: usize): void {
  let number = i32x4(GROUP_ROOM - 1, GROUP_ROOM - 2, GROUP_ROOM - 3, GROUP_ROOM - 4);
  for (let g = 0; g < groupCount; g += 4) {
    const products = productsOfFour(row, groups + (g as usize) * (dim as usize));
    v128.store(groupScores + ((g as usize) << 2), i32x4.add(i32x4.shl(products, GROUP_BITS), number));
    number = i32x4.sub(number, i32x4.splat(4));
  }
}

function lookIntoBestGroup(row: usize): void {
  let top = i32x4.splat(i32.MIN_VALUE);
  for (let g = 0; g < groupCount; g += 4)
    top = i32x4.max_s(top, v128.load(groupScores + ((g as usize) << 2)));
  top = i32x4.max_s(top, v128.shuffle<i64>(top, top, 1, 0));
  const score = max(i32x4.extract_lane(top, 0), i32x4.extract_lane(top, 1));
  const group = GROUP_ROOM - 1 - (score & (GROUP_ROOM - 1));
  store<i32>(groupScores + ((group as usize) << 2), i32.MIN_VALUE);
  const starts = groupStarts + ((group as usize) << 2);
  lookInto(row, load<i32>(starts), load<i32>(starts, 4));
}

function nearest(row: usize): i32 {
  best = i32x4.splat(i32.MIN_VALUE);
  bestIndex = i32x4.splat(i32.MAX_VALUE);
  if (groupCount <= visits) lookInto(row, 0, listCount);
  else {
    scoreGroups(row);
    for (let visit = 0; visit < visits; visit++) lookIntoBestGroup(row);
  }
  let score = lane(best, 0);
  let index = lane(bestIndex, 0);
  for (let i = 1; i < 4; i++) {
    const other = lane(best, i);
    if (other > score || (other === score && lane(bestIndex, i) < index)) {
      score = other;
      index = lane(bestIndex, i);
    }
  }
  return index;
}

/** The nearest centroid (uint16) of each of `count` row numbers (int32 at `chosen`). */
export function assign(chosen: usize, count: i32, nearestAt: usize): void {
  for (let i = 0; i < count; i++) {
    const row = load<i32>(chosen + ((i as usize) << 2));
    store<u16>(nearestAt + ((i as usize) << 1), nearest(rows + (row as usize) * (dim as usize)) as u16);
  }
}

/**
 * Moves every row to its place: `itemOf` (int32 per row) says which item a row holds, `rowOf` (int32 per item) where
 * the item belongs. Each exchange puts one row where it stays, so no marks are needed. Row scales move along.
 */
export function permute(scales: usize, itemOf: usize, rowOf: usize, size: i32): void {
  for (let row = 0; row < size; row++) {
    let item = load<i32>(itemOf + ((row as usize) << 2));
    let target = load<i32>(rowOf + ((item as usize) << 2));
    while (target !== row) {
      exchangeBytes(rows + (row as usize) * (dim as usize), rows + (target as usize) * (dim as usize));
      const scale = load<u8>(scales + (row as usize));
      store<u8>(scales + (row as usize), load<u8>(scales + (target as usize)));
      store<u8>(scales + (target as usize), scale);
      const other = load<i32>(itemOf + ((target as usize) << 2));
      store<i32>(itemOf + ((target as usize) << 2), item);
      item = other;
      target = load<i32>(rowOf + ((item as usize) << 2));
    }
    store<i32>(itemOf + ((row as usize) << 2), item);
  }
}

function exchangeBytes(a: usize, b: usize): void {
  for (let d: usize = 0; d < (dim as usize); d += 16) {
    const left = v128.load(a + d);
    v128.store(a + d, v128.load(b + d));
    v128.store(b + d, left);
  }
}
