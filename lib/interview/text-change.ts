/**
 * Text changes that can be moved past each other: operational transformation on plain text.
 *
 * A change is a list of steps over the whole text: keep n characters, remove n characters, or insert a string
 * (UTF-16 code units, as in a textarea). `transform(a, b)` gives [a', b'] such that a then b' and b then a'
 * make the same text (the TP1 property of Ressel et al., 1996, "An integrating, transformation-oriented
 * approach to concurrency control and undo in group editors"). Where both insert at one place, a stands first.
 */
export type Step = { keep: number } | { remove: number } | { insert: string };
export type TextChange = readonly Step[];

/** At `index`, `remove` characters give way to `insert`. Positions outside the text are moved to its nearest end. */
export type Splice = { index: number; remove: number; insert: string };

/** Appends a step, merging it with an equal neighbour and dropping empty ones. */
function push(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if ("keep" in step) {
    if (step.keep === 0) return;
    if (last && "keep" in last) last.keep += step.keep;
    else steps.push({ ...step });
  } else if ("remove" in step) {
    if (step.remove === 0) return;
    if (last && "remove" in last) last.remove += step.remove;
    else steps.push({ ...step });
  } else {
    if (step.insert === "") return;
    if (last && "insert" in last) last.insert += step.insert;
    else steps.push({ ...step });
  }
}

export function changeFromSplice(splice: Splice, textLength: number): TextChange {
  const index = Math.max(0, Math.min(splice.index, textLength));
  const remove = Math.max(0, Math.min(splice.remove, textLength - index));
  const steps: Step[] = [];
  push(steps, { keep: index });
  push(steps, { insert: splice.insert });
  push(steps, { remove });
  push(steps, { keep: textLength - index - remove });
  return steps;
}

/** The new text. Steps that reach past the end keep or remove what is there. */
export function applyChange(text: string, change: TextChange): string {
  let out = "";
  let position = 0;
  for (const step of change) {
    if ("insert" in step) out += step.insert;
    else if ("keep" in step) {
      out += text.slice(position, position + step.keep);
      position += step.keep;
    } else position += step.remove;
  }
  return out + text.slice(position);
}

/** A cursor over the steps of a change that hands out parts of keep and remove steps. */
function cursor(change: TextChange) {
  let at = 0;
  let used = 0;
  return {
    current(): { kind: "keep" | "remove"; length: number } | { kind: "insert"; text: string } | null {
      const step = change[at];
      if (!step) return null;
      if ("insert" in step) return { kind: "insert", text: step.insert };
      if ("keep" in step) return { kind: "keep", length: step.keep - used };
      return { kind: "remove", length: step.remove - used };
    },
    consume(length: number): void {
      const step = change[at];
      if (!step) return;
      const whole = "insert" in step ? 0 : "keep" in step ? step.keep : step.remove;
      used += length;
      if ("insert" in step || used >= whole) {
        at += 1;
        used = 0;
      }
    },
  };
}

/** Two changes of the same text -> [a after b, b after a]. */
export function transform(a: TextChange, b: TextChange): [TextChange, TextChange] {
  const left = cursor(a);
  const right = cursor(b);
  const aAfterB: Step[] = [];
  const bAfterA: Step[] = [];
  for (;;) {
    const x = left.current();
    const y = right.current();
    if (x?.kind === "insert") {
      push(aAfterB, { insert: x.text });
      push(bAfterA, { keep: x.text.length });
      left.consume(0);
    } else if (y?.kind === "insert") {
      push(bAfterA, { insert: y.text });
      push(aAfterB, { keep: y.text.length });
      right.consume(0);
    } else if (!x && !y) {
      return [aAfterB, bAfterA];
    } else {
      // Where one change has ended, it keeps the rest: nothing the other does is dropped.
      const length = Math.min(x?.length ?? Number.POSITIVE_INFINITY, y?.length ?? Number.POSITIVE_INFINITY);
      const xRemoves = x?.kind === "remove";
      const yRemoves = y?.kind === "remove";
      if (!yRemoves) push(aAfterB, xRemoves ? { remove: length } : { keep: length });
      if (!xRemoves) push(bAfterA, yRemoves ? { remove: length } : { keep: length });
      left.consume(length);
      right.consume(length);
    }
  }
}

/** Where a caret at `index` stands after the change; text inserted at the caret goes before it. */
export function moveIndex(index: number, change: TextChange): number {
  let before = 0;
  let moved = index;
  for (const step of change) {
    if (before > index) break;
    if ("insert" in step) moved += step.insert.length;
    else if ("keep" in step) before += step.keep;
    else {
      moved -= Math.max(0, Math.min(step.remove, index - before));
      before += step.remove;
    }
  }
  return moved;
}

const isHighSurrogate = (unit: string | undefined) =>
  unit !== undefined && unit >= "\ud800" && unit <= "\udbff";
const isLowSurrogate = (unit: string | undefined) =>
  unit !== undefined && unit >= "\udc00" && unit <= "\udfff";

/**
 * The smallest splice that turns one text into another: common head and tail are kept, and no surrogate pair
 * is cut in two. Null when they are equal.
 */
export function diffSplice(from: string, to: string): Splice | null {
  if (from === to) return null;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  if (isHighSurrogate(from[head - 1])) head -= 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  if (isLowSurrogate(from[from.length - tail])) tail -= 1;
  return { index: head, remove: from.length - head - tail, insert: to.slice(head, to.length - tail) };
}
