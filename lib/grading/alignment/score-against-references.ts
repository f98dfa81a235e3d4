/**
 * Scores a short answer to any question against reference answers: the same alignment and the same gates as for the
 * points of a rubric, with one target and no rivals.
 */
import { type Bank, createBank } from "@/lib/grading/alignment/bank";
import { creditOf, REFERENCE_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import { neighboursOf, type Reading, read } from "@/lib/grading/alignment/evidence";
import { type Features, type Measured, measure } from "@/lib/grading/alignment/features";
import { closedGate, GATE_CAPS } from "@/lib/grading/alignment/gates";
import { keyShareOf } from "@/lib/grading/alignment/overlap";
import { toWindow, type Window } from "@/lib/grading/alignment/windows";
import type { ConceptIndex } from "@/lib/grading/text/concepts";
import { everydayConcepts } from "@/lib/grading/text/everyday-words";
import type { Gate, Receipt } from "@/lib/grading/types";

export type ReferenceScore = {
  /** Probability, 0 to 1, that a marker would accept the answer, after the gates. */
  score: number;
  gate: Gate | null;
  receipt: Receipt | null;
};

/** Up to so many words an answer is read as a whole; a longer one also by its windows. */
const SHORT = 60;
const MAX_WHOLE_WORDS = 200;

/** Prepare once per question. */
export function prepareReferences(
  references: readonly string[],
  question: string,
  concepts: ConceptIndex = everydayConcepts(),
): Bank {
  return createBank({ targets: [{ id: "reference", references }], concepts, question });
}

type Judged = { window: Window; features: Measured; gate: Gate | null };

function judge(bank: Bank, reading: Reading, window: Window): Judged | null {
  const target = bank.targets[0];
  if (!target) return null;
  const share = keyShareOf(target, window.similarities);
  const features = measure(bank, target, window, share, { keyShare: 0, recall: 0 });
  if (!features || features.recall === 0) return null;
  const { reference, recall } = features;
  const text = reading.answers.whole ?? "";
  const around = neighboursOf(reading.segments, window);
  return { window, features, gate: closedGate({ bank, target, reference, window, recall, text, ...around }) };
}

/** What is measured on an answer as a whole; null when it shares no word with any reference. */
export function measureWhole(bank: Bank, answer: string): { features: Features; gate: Gate | null } | null {
  const reading = read({ whole: answer }, bank);
  const whole = toWindow(reading.segments);
  return whole && judge(bank, reading, whole);
}

function candidates({ segments, windows }: Reading): Window[] {
  const whole = toWindow(segments);
  if (!whole || whole.words > MAX_WHOLE_WORDS) return [...windows];
  return whole.words <= SHORT ? [whole] : [whole, ...windows];
}

export function scoreAgainstReferences(bank: Bank, answer: string): ReferenceScore {
  const reading = read({ whole: answer }, bank);
  let best: ReferenceScore = { score: 0, gate: null, receipt: null };
  for (const window of candidates(reading)) {
    const judged = judge(bank, reading, window);
    if (!judged) continue;
    const { features, gate } = judged;
    const chance = creditOf(features, REFERENCE_COEFFICIENTS);
    const score = gate ? Math.min(chance, GATE_CAPS[gate]) : chance;
    if (score <= best.score) continue;
    const { start, end } = window;
    best = { score, gate, receipt: { part: "whole", start, end, quote: answer.slice(start, end) } };
  }
  return best;
}
