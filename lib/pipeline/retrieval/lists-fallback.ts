/** The kernel's list functions (kernel/lists.ts) in plain JavaScript. */

export type AssignSetup = {
  readonly rows: Int8Array;
  readonly dimension: number;
  readonly groups: Int8Array;
  readonly groupStarts: Int32Array;
  readonly visits: number;
  readonly centroids: Int8Array;
};

function product(a: Int8Array, row: number, b: Int8Array, other: number, dimension: number): number {
  const end = (row + 1) * dimension;
  let sum = 0;
  for (let i = row * dimension, j = other * dimension; i < end; i += 4, j += 4) {
    sum +=
      (a[i] as number) * (b[j] as number) +
      (a[i + 1] as number) * (b[j + 1] as number) +
      (a[i + 2] as number) * (b[j + 2] as number) +
      (a[i + 3] as number) * (b[j + 3] as number);
  }
  return sum;
}

/** The groups whose centroids are looked into for a row, best first. */
function chooseGroups(setup: AssignSetup, row: number): number[] {
  const groups = Array.from({ length: setup.groupStarts.length - 1 }, (_, group) => group);
  if (groups.length <= setup.visits) return groups;
  const scores = groups.map((group) => product(setup.rows, row, setup.groups, group, setup.dimension));
  return groups.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, setup.visits);
}

/** The nearest centroid of each chosen row; equal products go to the lower centroid. */
export function assignInScript(setup: AssignSetup, chosen: Int32Array, nearest: Uint16Array) {
  const { rows, centroids, dimension, groupStarts } = setup;
  for (const [i, row] of chosen.entries()) {
    let best = Number.NEGATIVE_INFINITY;
    let bestCentroid = 0;
    for (const group of chooseGroups(setup, row)) {
      for (let c = groupStarts[group] as number; c < (groupStarts[group + 1] as number); c++) {
        const score = product(rows, row, centroids, c, dimension);
        if (score < best || (score === best && c > bestCentroid)) continue;
        best = score;
        bestCentroid = c;
      }
    }
    nearest[i] = bestCentroid;
  }
}

/** Moves every row to its place; see permute in kernel/lists.ts. */
export function permuteInScript(
  rows: Int8Array,
  dimension: number,
  scales: Uint8Array,
  itemOf: Int32Array,
  rowOf: Int32Array,
) {
  const held = new Int8Array(dimension);
  for (let row = 0; row < itemOf.length; row++) {
    let item = itemOf[row] as number;
    for (let target = rowOf[item] as number; target !== row; target = rowOf[item] as number) {
      held.set(rows.subarray(row * dimension, (row + 1) * dimension));
      rows.copyWithin(row * dimension, target * dimension, (target + 1) * dimension);
      rows.set(held, target * dimension);
      const scale = scales[row] as number;
      scales[row] = scales[target] as number;
      scales[target] = scale;
      const other = itemOf[target] as number;
      itemOf[target] = item;
      item = other;
    }
    itemOf[row] = item;
  }
}
