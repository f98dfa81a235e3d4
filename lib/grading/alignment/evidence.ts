/**
 * Finds, for each target of a bank, the window of an answer that speaks most for it, after the gates.
 */
import type { Bank, Reference, Target } from "@/lib/grading/alignment/bank";
import { type Coefficients, creditOf } from "@/lib/grading/alignment/calibration";
import { type Features, type Measured, measure, type Rivals } from "@/lib/grading/alignment/features";
import { closedGate, GATE_CAPS } from "@/lib/grading/alignment/gates";
import { bestRecallOf, keyShareOf } from "@/lib/grading/alignment/overlap";
import { type AnswerSegment, readSegments, type Window, windowsOf } from "@/lib/grading/alignment/windows";
import type { Answers, Gate, Receipt } from "@/lib/grading/types";

export type Reading = {
  answers: Answers;
  segments: readonly AnswerSegment[];
  windows: readonly Window[];
  /** Key share of each target (outer) in each window (inner). */
  keyShares: readonly (readonly number[])[];
  /** Best recall of each target by window, filled when first needed. */
  recalls: Map<number, readonly number[]>;
};

export type Evidence = {
  window: Window;
  receipt: Receipt;
  reference: Reference;
  features: Features;
  /** Probability before the gates, and after their caps. */
  probability: number;
  gated: number;
  gate: Gate | null;
};

const SHORTLIST = 8;
/** A longer window must be better by this much per extra segment, so that receipts stay tight. */
const TIGHTNESS = 0.02;

export function read(answers: Answers, bank: Bank): Reading {
  const segments = readSegments(answers, bank);
  const windows = windowsOf(segments);
  const keyShares = bank.targets.map((target) =>
    windows.map((window) => keyShareOf(target, window.similarities)),
  );
  return { answers, segments, windows, keyShares, recalls: new Map() };
}

function shortlist(shares: readonly number[]): number[] {
  return shares
    .map((share, index) => ({ share, index }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .slice(0, SHORTLIST)
    .map(({ index }) => index);
}

function rivalsAt(reading: Reading, bank: Bank, target: number, window: number): Rivals {
  const recalls = recallsIn(reading, bank, window);
  const rivals = { keyShare: 0, recall: 0 };
  reading.keyShares.forEach((shares, other) => {
    if (other === target) return;
    rivals.keyShare = Math.max(rivals.keyShare, shares[window] ?? 0);
    rivals.recall = Math.max(rivals.recall, recalls[other] ?? 0);
  });
  return rivals;
}

/** Best recall of every target in one window; windows that are never shortlisted are never computed. */
function recallsIn(reading: Reading, bank: Bank, index: number): readonly number[] {
  const known = reading.recalls.get(index);
  if (known) return known;
  const window = reading.windows[index];
  const computed = bank.targets.map((target) => (window ? bestRecallOf(target, window.similarities) : 0));
  reading.recalls.set(index, computed);
  return computed;
}

/** The segments just before and after a window. */
export function neighboursOf(segments: readonly AnswerSegment[], window: Window) {
  const first = window.segments[0];
  const last = window.segments.at(-1);
  return {
    preceding: (first && segments[segments.indexOf(first) - 1]) ?? null,
    following: (last && segments[segments.indexOf(last) + 1]) ?? null,
  };
}

function toEvidence(
  reading: Reading,
  bank: Bank,
  target: Target,
  window: Window,
  measured: Measured,
  chance: number,
): Evidence {
  const text = reading.answers[window.part] ?? "";
  const { reference, ...features } = measured;
  const gate = closedGate({
    bank,
    target,
    reference,
    window,
    recall: features.recall,
    text,
    ...neighboursOf(reading.segments, window),
  });
  const receipt = {
    part: window.part,
    start: window.start,
    end: window.end,
    quote: text.slice(window.start, window.end),
  };
  const gated = gate ? Math.min(chance, GATE_CAPS[gate]) : chance;
  return { window, receipt, reference, features, probability: chance, gated, gate };
}

type Candidate = { window: Window; measured: Measured; chance: number; rank: number };

/** The windows that speak most for a target before the gates, most likely first. */
function candidatesFor(
  reading: Reading,
  bank: Bank,
  targetIndex: number,
  coefficients: Coefficients,
): Candidate[] {
  const target = bank.targets[targetIndex];
  const shares = reading.keyShares[targetIndex];
  if (!target || !shares) return [];
  return shortlist(shares)
    .flatMap((index) => {
      const window = reading.windows[index];
      const rivals = rivalsAt(reading, bank, targetIndex, index);
      const measured = window ? measure(bank, target, window, shares[index] ?? 0, rivals) : null;
      if (!window || !measured) return [];
      const chance = creditOf(measured, coefficients);
      return [{ window, measured, chance, rank: chance - TIGHTNESS * (window.segments.length - 1) }];
    })
    .sort((a, b) => b.rank - a.rank);
}

/** The best evidence for one target, or null when nothing in the answer resembles it. */
export function findEvidence(
  reading: Reading,
  bank: Bank,
  targetIndex: number,
  coefficients: Coefficients,
): Evidence | null {
  const target: Target | undefined = bank.targets[targetIndex];
  if (!target) return null;
  let best: Evidence | null = null;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const { window, measured, chance, rank } of candidatesFor(reading, bank, targetIndex, coefficients)) {
    if (rank < bestRank) break;
    const evidence = toEvidence(reading, bank, target, window, measured, chance);
    const gatedRank = rank - (chance - evidence.gated) + 0.001 * chance;
    if (gatedRank > bestRank) [best, bestRank] = [evidence, gatedRank];
  }
  return best;
}
