/**
 * One text that several tabs and devices edit at once.
 *
 * Each splice was made against what its writer saw: the log up to `base`, and all the writer's own earlier splices.
 * Everything else with a higher seq is concurrent, and the splice is moved past it (text-change.ts). Inserted
 * characters are never dropped; where two writers changed the same words, both versions also go into a conflict.
 * The bookkeeping is that of Nichols et al., 1995, "High-latency, low-bandwidth windowing in the Jupiter
 * collaboration system": per writer, a bridge of changes from its view of the text to the log's.
 */
import {
  applyChange,
  changeFromSplice,
  type Splice,
  type Step,
  type TextChange,
  transform,
} from "./text-change";

type Applied = { seq: number; origin: string; change: TextChange; removed: string };
type Bridge = { throughSeq: number; pending: readonly { seq: number; change: TextChange }[] };

export type SharedText = {
  text: string;
  history: readonly Applied[];
  bridges: Readonly<Record<string, Bridge>>;
};
export const EMPTY_TEXT: SharedText = { text: "", history: [], bridges: {} };

export type Version = { origin: string; removed: string; inserted: string };
/** Two edits of the same words: both texts, and where the later one begins in the merged text. */
export type Overlap = { first: Version; second: Version; index: number };

export type IncomingSplice = { seq: number; origin: string; base: number; splice: Splice };

const isInsert = (step: Step): step is { insert: string } => "insert" in step;
const insertedBy = (change: TextChange): string =>
  change
    .filter(isInsert)
    .map((step) => step.insert)
    .join("");
const growth = (change: TextChange): number =>
  change.reduce(
    (sum, step) => sum + ("insert" in step ? step.insert.length : "remove" in step ? -step.remove : 0),
    0,
  );

function removedBy(change: TextChange, text: string): string {
  let position = 0;
  let removed = "";
  for (const step of change) {
    if ("remove" in step) removed += text.slice(position, position + step.remove);
    if (!("insert" in step)) position += "keep" in step ? step.keep : step.remove;
  }
  return removed;
}

/** Removed ranges and insertion points, in the coordinates of the text before the change. */
function touched(change: TextChange) {
  const ranges: [number, number][] = [];
  const points: number[] = [];
  let position = 0;
  for (const step of change) {
    if ("insert" in step) points.push(position);
    else if ("keep" in step) position += step.keep;
    else {
      ranges.push([position, position + step.remove]);
      position += step.remove;
    }
  }
  return { ranges, points };
}

/** True when two changes of one text touch the same words. Typing at the same place is no overlap: both stay. */
export function overlaps(a: TextChange, b: TextChange): boolean {
  const x = touched(a);
  const y = touched(b);
  const inside = (points: number[], ranges: [number, number][]) =>
    points.some((point) => ranges.some(([from, to]) => from < point && point < to));
  return (
    x.ranges.some(([from, to]) => y.ranges.some(([start, end]) => from < end && start < to)) ||
    inside(x.points, y.ranges) ||
    inside(y.points, x.ranges)
  );
}

/** The concurrent changes of others that stand between the writer's view and the log's text. */
function bridgeOf(shared: SharedText, origin: string, base: number): { seq: number; change: TextChange }[] {
  const known = shared.bridges[origin];
  const since = Math.max(known?.throughSeq ?? 0, base);
  const fresh: { seq: number; change: TextChange }[] = [];
  for (let i = shared.history.length - 1; i >= 0; i--) {
    const entry = shared.history[i];
    if (!entry || entry.seq <= since) break;
    if (entry.origin !== origin) fresh.push({ seq: entry.seq, change: entry.change });
  }
  return [...(known?.pending ?? []).filter((item) => item.seq > base), ...fresh.reverse()];
}

const firstTouched = (change: TextChange): number => {
  const head = change[0];
  return head && "keep" in head ? head.keep : 0;
};

/** Applies a splice from any writer; gives the new text and the overlaps found on the way. */
export function mergeSplice(
  shared: SharedText,
  incoming: IncomingSplice,
): { shared: SharedText; overlaps: Overlap[] } {
  const { seq, origin, base, splice } = incoming;
  const bridge = bridgeOf(shared, origin, base);
  const ownLength = bridge.reduce((length, item) => length - growth(item.change), shared.text.length);
  let change = changeFromSplice(splice, ownLength);
  const met: number[] = [];
  const pending = bridge.map((item) => {
    if (overlaps(item.change, change)) met.push(item.seq);
    const [moved, own] = transform(item.change, change);
    change = own;
    return { seq: item.seq, change: moved };
  });
  const removed = removedBy(change, shared.text);
  const second = { origin, removed, inserted: splice.insert };
  const overlapping = met.flatMap((metSeq): Overlap[] => {
    const entry = shared.history.find((applied) => applied.seq === metSeq);
    if (!entry) return [];
    const first = { origin: entry.origin, removed: entry.removed, inserted: insertedBy(entry.change) };
    return [{ first, second, index: firstTouched(change) }];
  });
  return {
    shared: {
      text: applyChange(shared.text, change),
      history: [...shared.history, { seq, origin, change, removed }],
      bridges: { ...shared.bridges, [origin]: { throughSeq: seq, pending } },
    },
    overlaps: overlapping,
  };
}
