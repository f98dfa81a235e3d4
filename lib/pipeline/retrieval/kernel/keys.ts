/**
 * AssemblyScript. The k best so far, as 64-bit keys: score in the high half, inverted id in the low half, so that equal
 * scores are won by the lower id and the outcome does not depend on the order of offers. A buffer collects keys above
 * the present k-th; when it is full, quickselect cuts it back to k.
 */

// @ts-nocheck

const LOW_HALF: i64 = 0xffffffff;

let keys: usize = 0;
let capacity: i32 = 0;
let wanted: i32 = 0;
let count: i32 = 0;
let thresholdKey: i64 = i64.MIN_VALUE;
/** Scores below this cannot be among the k best. */
export let threshold: i32 = i32.MIN_VALUE;

/** Starts a new selection. `room` (> k) keys fit at `address`. */
export function beginKeys(address: usize, room: i32, k: i32): void {
  keys = address;
  capacity = room;
  wanted = k;
  count = 0;
  threshold = i32.MIN_VALUE;
  thresholdKey = i64.MIN_VALUE;
}

export function offer(score: i32, id: i32): void {
  offerKey(((score as i64) << 32) | (LOW_HALF - (id as i64)));
}

function offerKey(key: i64): void {
  if (key <= thresholdKey) return;
  store<i64>(keys + ((count as usize) << 3), key);
  count++;
  if (count < capacity) return;
  selectLargest(count, wanted);
  count = wanted;
  thresholdKey = smallest();
  threshold = (thresholdKey >> 32) as i32;
}

/** Takes over `number` keys that another thread collected at `address`. */
export function offerKeys(address: usize, number: i32): void {
  for (let i = 0; i < number; i++) offerKey(load<i64>(address + ((i as usize) << 3)));
}

/** Keys held now: at least the k best of those offered. */
export function heldKeys(): i32 {
  return count;
}

/** Cuts back to the k best, in no order; returns their number. */
export function cutKeys(): i32 {
  if (count > wanted) {
    selectLargest(count, wanted);
    count = wanted;
  }
  return count;
}

export function idOfKey(index: i32): i32 {
  return ~load<i32>(keys + ((index as usize) << 3));
}

export function setScore(index: i32, score: i32): void {
  store<i32>(keys + ((index as usize) << 3), score, 4);
}

/** From now on only the k best are wanted. */
export function keepBest(k: i32): void {
  wanted = k;
}

/** The k best in falling order; returns their number. */
export function finishKeys(): i32 {
  cutKeys();
  for (let root = (count >> 1) - 1; root >= 0; root--) siftDown(root, count);
  for (let end = count - 1; end > 0; end--) {
    swap(0, end);
    siftDown(0, end);
  }
  return count;
}

function keyAt(index: i32): i64 {
  return load<i64>(keys + ((index as usize) << 3));
}

function swap(a: i32, b: i32): void {
  const left = keyAt(a);
  store<i64>(keys + ((a as usize) << 3), keyAt(b));
  store<i64>(keys + ((b as usize) << 3), left);
}

function smallest(): i64 {
  let least = keyAt(0);
  for (let i = 1; i < count; i++) if (keyAt(i) < least) least = keyAt(i);
  return least;
}

/** Hoare's quickselect: afterwards the k largest keys lie in [0, k). */
function selectLargest(number: i32, k: i32): void {
  let low: i32 = 0;
  let high: i32 = number - 1;
  while (low < high) {
    const pivot = keyAt((low + high) >>> 1);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keyAt(i) > pivot) i++;
      while (keyAt(j) < pivot) j--;
      if (i <= j) {
        swap(i, j);
        i++;
        j--;
      }
    }
    if (k - 1 <= j) high = j;
    else if (k - 1 >= i) low = i;
    else return;
  }
}

/** A min-heap, so that the smallest key goes to the end first. */
function siftDown(start: i32, number: i32): void {
  let root = start;
  while (true) {
    let child = root * 2 + 1;
    if (child >= number) return;
    if (child + 1 < number && keyAt(child + 1) < keyAt(child)) child++;
    if (keyAt(root) <= keyAt(child)) return;
    swap(root, child);
    root = child;
  }
}
