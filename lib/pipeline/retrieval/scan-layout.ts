/**
 * Where everything lies in the kernel's memory. One memory holds the rows and all that is read beside them, so that a
 * second worker sees the same index without a copy. Addresses are byte offsets.
 */
import { KEY_BYTES, KEY_CAPACITY } from "./scan-kernel";

/** Address 0 means "none" to the kernel, and the compiled module keeps a few bytes of its own below this. */
const BASE_BYTES = 1_024;
const ALIGNMENT = 64;
const CONTROL_BYTES = 64;
export const MAX_LIST_COUNT = 4_096;
export const MAX_GROUPS = 64;
/** Rows whose nearest centroid is looked up in one call of the kernel. */
export const ASSIGN_CHUNK = 16_384;
/** The kernel takes four vectors at a time and may read past the last one. */
const OVERRUN = 4;

export type ScanLayout = {
  /** int8 [dimension]. */
  readonly query: number;
  readonly prepared: number;
  /** int16 [dimension]. */
  readonly fineQuery: number;
  readonly keys: number;
  /** The second worker's own query and keys, and the words by which the two talk. */
  readonly helperPrepared: number;
  readonly helperKeys: number;
  readonly control: number;
  /** Centroids of lists and of groups of lists: int8 [count, dimension]; scales of the former: uint8, all 1. */
  readonly centroids: number;
  readonly centroidScales: number;
  readonly groups: number;
  readonly groupStarts: number;
  readonly groupScores: number;
  /** int32 and uint16 [ASSIGN_CHUNK]. */
  readonly chosen: number;
  readonly nearest: number;
  /** uint8 [size]. */
  readonly scales: number;
  /** int32 [size] each. */
  readonly itemOf: number;
  readonly rowOf: number;
  /** int8 [size, dimension]. */
  readonly rows: number;
  readonly bytes: number;
};

export function layOut(size: number, dimension: number): ScanLayout {
  let next = BASE_BYTES;
  const take = (bytes: number) => {
    const at = next;
    next += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return at;
  };
  const lists = Math.min(size, MAX_LIST_COUNT);
  const chunk = Math.min(size, ASSIGN_CHUNK);
  return {
    query: take(dimension),
    prepared: take(dimension * 2),
    fineQuery: take(dimension * 2),
    keys: take(KEY_CAPACITY * KEY_BYTES),
    helperPrepared: take(dimension * 2),
    helperKeys: take(KEY_CAPACITY * KEY_BYTES),
    control: take(CONTROL_BYTES),
    centroids: take((lists + OVERRUN) * dimension),
    centroidScales: take(lists + OVERRUN),
    groups: take((MAX_GROUPS + OVERRUN) * dimension),
    groupStarts: take((MAX_GROUPS + 1) * 4),
    groupScores: take((MAX_GROUPS + OVERRUN) * 4),
    chosen: take(chunk * 4),
    nearest: take(chunk * 2),
    scales: take(size + OVERRUN),
    itemOf: take(size * 4),
    rowOf: take(size * 4),
    rows: take(size * dimension),
    bytes: next,
  };
}
