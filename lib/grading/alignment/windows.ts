/**
 * Windows: one to three neighbouring segments of an answer, each with its similarity to every unit type of a bank.
 * A window is what a receipt quotes, so windows never cross a paragraph, and never join a list to prose except to
 * the line that introduces it.
 */
import type { Bank } from "@/lib/grading/alignment/bank";
import { negatedTokens, reasonTokens } from "@/lib/grading/alignment/negation";
import { annotate, type Unit } from "@/lib/grading/text/concepts";
import { type Segment, segment } from "@/lib/grading/text/segments";
import type { Answers, Part } from "@/lib/grading/types";

export type AnswerSegment = Segment & {
  part: Part;
  /** Position among the segments of its part. */
  index: number;
  units: readonly Unit[];
  /** For each unit, whether it stands under a negation. */
  negated: readonly boolean[];
  /** For each unit, whether it stands in a reason ("because ..."). */
  inReason: readonly boolean[];
  /** Total weight of its units. */
  weight: number;
  /** Best similarity to each unit type of the bank. */
  similarities: Float32Array;
};

export type Window = {
  segments: readonly AnswerSegment[];
  part: Part;
  start: number;
  end: number;
  weight: number;
  words: number;
  similarities: Float32Array;
};

const MAX_WINDOW_SEGMENTS = 3;
const MAX_WINDOW_WORDS = 75;

export function readSegments(answers: Answers, bank: Bank): AnswerSegment[] {
  return (Object.entries(answers) as [Part, string | undefined][]).flatMap(([part, text]) => {
    if (!text) return [];
    return segment(text).map((piece, index) => {
      const units = annotate(piece.tokens, bank.concepts);
      const polarity = negatedTokens(text, piece.tokens);
      const reasons = reasonTokens(piece.tokens);
      const similarities = new Float32Array(bank.types.size);
      for (const unit of units) {
        for (const { type, similarity } of bank.types.matches(unit)) {
          if (similarity > (similarities[type] ?? 0)) similarities[type] = similarity;
        }
      }
      return {
        ...piece,
        part,
        index,
        units,
        negated: units.map((unit) => polarity[unit.firstToken] ?? false),
        inReason: units.map((unit) => reasons[unit.firstToken] ?? false),
        weight: units.reduce((sum, unit) => sum + unit.weight, 0),
        similarities,
      };
    });
  });
}

/** Whether `next` may be read together with the segment before it. */
function continues(previous: AnswerSegment, next: AnswerSegment): boolean {
  if (next.part !== previous.part || next.kind === "heading") return false;
  if (previous.kind === "heading") return true;
  if (next.block === previous.block) return true;
  return previous.leadsIn && next.kind === "item" && next.block <= previous.block + 2;
}

/** Reads neighbouring segments together; null for none. */
export function toWindow(segments: readonly AnswerSegment[]): Window | null {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return null;
  const similarities = Float32Array.from(first.similarities);
  for (const piece of segments.slice(1)) {
    for (let type = 0; type < similarities.length; type++) {
      const value = piece.similarities[type] ?? 0;
      if (value > (similarities[type] ?? 0)) similarities[type] = value;
    }
  }
  return {
    segments,
    part: first.part,
    start: first.start,
    end: last.end,
    weight: segments.reduce((sum, piece) => sum + piece.weight, 0),
    words: segments.reduce((sum, piece) => sum + piece.tokens.length, 0),
    similarities,
  };
}

/** All windows of an answer, shorter ones first at each start. */
export function windowsOf(segments: readonly AnswerSegment[]): Window[] {
  const windows: Window[] = [];
  for (let at = 0; at < segments.length; at++) {
    const run: AnswerSegment[] = [];
    let words = 0;
    for (let next = at; next < segments.length && run.length < MAX_WINDOW_SEGMENTS; next++) {
      const piece = segments[next];
      const previous = run.at(-1);
      if (!piece || (previous && !continues(previous, piece))) break;
      words += piece.tokens.length;
      if (run.length > 0 && words > MAX_WINDOW_WORDS) break;
      run.push(piece);
      const window = toWindow([...run]);
      if (window && window.weight > 0) windows.push(window);
    }
  }
  return windows;
}
