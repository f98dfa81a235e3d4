/**
 * Scores a short answer to any question against reference answers: the same alignment and the same gates as for the
 * points of a rubric, with one target and no rivals.
 */
import { type Bank, createBank } from "@/lib/grading/alignment/bank";
import { probability, REFERENCE_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import { neighboursOf, read } from "@/lib/grading/alignment/evidence";
import { measure } from "@/lib/grading/alignment/features";
import { closedGate, GATE_CAPS } from "@/lib/grading/alignment/gates";
import { keyShareOf } from "@/lib/grading/alignment/overlap";
import { type AnswerSegment, toWindow, type Window } from "@/lib/grading/alignment/windows";
import type { ConceptIndex } from "@/lib/grading/text/concepts";
import { everydayConcepts } from "@/lib/grading/text/everyday-words";
import type { Gate, Receipt } from "@/lib/grading/types";

export type ReferenceScore = {
  /** Probability, 0 to 1, that a marker would accept the answer, after the gates. */
  score: number;
  gate: Gate | null;
  receipt: Receipt | null;
};

const MAX_WHOLE_WORDS = 200;

/** Prepare once per question. */
export function prepareReferences(
  references: readonly string[],
  question: string,
  concepts: ConceptIndex = everydayConcepts(),
): Bank {
  return createBank({ targets: [{ id: "reference", references }], concepts, question });
}

/** The windows of an answer, and the whole of it when it is short. */
function candidates(segments: readonly AnswerSegment[], windows: readonly Window[]): Window[] {
  const whole = toWindow(segments);
  return whole && whole.words <= MAX_WHOLE_WORDS ? [whole, ...windows] : [...windows];
}

export function scoreAgainstReferences(bank: Bank, answer: string): ReferenceScore {
  const reading = read({ whole: answer }, bank);
  const target = bank.targets[0];
  let best: ReferenceScore = { score: 0, gate: null, receipt: null };
  if (!target) return best;
  for (const window of candidates(reading.segments, reading.windows)) {
    const share = keyShareOf(target, window.similarities);
    const measured = measure(bank, target, window, share, { keyShare: 0, recall: 0 });
    if (!measured || measured.recall === 0) continue;
    const { reference, recall } = measured;
    const gate = closedGate({
      bank,
      target,
      reference,
      window,
      recall,
      text: answer,
      ...neighboursOf(reading.segments, window),
    });
    const chance = probability(measured, REFERENCE_COEFFICIENTS);
    const score = gate ? Math.min(chance, GATE_CAPS[gate]) : chance;
    if (score <= best.score) continue;
    const { start, end } = window;
    best = { score, gate, receipt: { part: "whole", start, end, quote: answer.slice(start, end) } };
  }
  return best;
}
