/** Rows by a key, in two typed arrays: the rows of key k are order[starts[k]] to order[starts[k + 1] - 1], ascending. */
export type Groups = { readonly starts: Int32Array; readonly order: Int32Array };

/** Counting sort. `keys[row]` in [0, count); rows with a negative key are left out. */
export function groupBy(keys: ArrayLike<number>, count: number): Groups {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key >= 0) starts[key + 1] = (starts[key + 1] as number) + 1;
  }
  for (let key = 0; key < count; key++)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const order = new Int32Array(starts[count] as number);
  const next = starts.slice(0, count);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key < 0) continue;
    order[next[key] as number] = row;
    next[key] = (next[key] as number) + 1;
  }
  return { starts, order };
}

/** The rows of one key, as a view. */
export const rowsOf = ({ starts, order }: Groups, key: number): Int32Array =>
  order.subarray(starts[key], starts[key + 1]);

/** Each group sorted by falling value; equal values keep their order. */
export function sortGroups(groups: Groups, value: ArrayLike<number>): Groups {
  for (let key = 0; key + 1 < groups.starts.length; key++)
    rowsOf(groups, key).sort((a, b) => (value[b] as number) - (value[a] as number) || a - b);
  return groups;
}
