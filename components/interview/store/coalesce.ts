/**
 * Joins what is typed into few events: a keystroke that continues the last unsent edit is written into it. Keeps a
 * 45-minute log small without waiting to store anything.
 */
import type { CandidateEvent } from "@/lib/interview/events";

type SpliceEvent = Extract<CandidateEvent, { kind: "answer-edited" | "note-edited" }>;

const isSplice = (event: CandidateEvent): event is SpliceEvent =>
  event.kind === "answer-edited" || event.kind === "note-edited";

function joinSplices(last: SpliceEvent, next: SpliceEvent): SpliceEvent | null {
  const end = last.index + last.insert.length;
  const isInside = next.index >= last.index && next.index + next.remove <= end;
  if (isInside) {
    const from = next.index - last.index;
    const insert = last.insert.slice(0, from) + next.insert + last.insert.slice(from + next.remove);
    return { ...last, insert };
  }
  const isBackspace = last.insert === "" && next.index + next.remove === last.index;
  return isBackspace
    ? { ...last, index: next.index, remove: last.remove + next.remove, insert: next.insert }
    : null;
}

type BoardEvent = Extract<CandidateEvent, { kind: "board-changed" }>;

/** A name typed letter by letter, or a node moved step by step, is one change: the last one. */
function joinBoardChanges(last: BoardEvent, next: BoardEvent): BoardEvent | null {
  const [before, after] = [last.changes[0], next.changes[0]];
  if (last.changes.length !== 1 || next.changes.length !== 1 || !before || !after) return null;
  const isSame = before.change === after.change && "id" in before && "id" in after && before.id === after.id;
  return isSame ? { ...last, changes: next.changes } : null;
}

/** The two events as one with the first one's id, or null when they must stay two. Both have the same origin. */
export function coalesce(last: CandidateEvent, next: CandidateEvent): CandidateEvent | null {
  if ("base" in last && "base" in next && last.base !== next.base) return null;
  if (isSplice(last) && isSplice(next)) {
    const samePlace =
      last.kind === next.kind &&
      (last.kind === "note-edited" || (next.kind === "answer-edited" && last.part === next.part));
    return samePlace ? joinSplices(last, next) : null;
  }
  if (last.kind === "decision-made" && next.kind === "decision-made" && last.field === next.field) {
    return { ...last, value: next.value };
  }
  if (
    last.kind === "estimate-saved" &&
    next.kind === "estimate-saved" &&
    last.estimateId === next.estimateId
  ) {
    return { ...last, name: next.name, expression: next.expression };
  }
  if (last.kind === "board-changed" && next.kind === "board-changed") return joinBoardChanges(last, next);
  return null;
}
