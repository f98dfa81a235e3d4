/** How much a quote has to do with a point, measured by the report's own grader on the quote alone. */
import { POINT_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import { findEvidence, type Reading, read } from "@/lib/grading/alignment/evidence";
import { NOT_SURE } from "@/lib/grading/rubric/grade-point";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { Receipt } from "@/lib/grading/types";

/**
 * A quote counts from the chance on at which the grader itself would be unsure, and with this share of some wording of
 * the point: short sentences of everyday words reach the chance alone. Of the hand-labelled sentences that the grader was
 * tuned on, all that make their point pass, and 3 in 100 pass for another point (tests/content/second-grade.test.ts).
 */
const LEAST_RECALL = 0.15;

export type Overlap = (pointId: string, receipt: Receipt) => number;

/** 0 when the quote is off the topic or a gate closes on it; otherwise the grader's chance, 0 to 1. Reads each quote once. */
export function overlapWith(prepared: PreparedRubric): Overlap {
  const readings = new Map<string, Reading>();
  const indexes = new Map(prepared.points.map(({ id }, index) => [id, index]));
  return (pointId, { part, quote }) => {
    const index = indexes.get(pointId);
    if (index === undefined) return 0;
    const key = `${part} ${quote}`;
    const reading = readings.get(key) ?? read({ [part]: quote }, prepared.bank);
    readings.set(key, reading);
    const evidence = findEvidence(reading, prepared.bank, index, POINT_COEFFICIENTS);
    if (!evidence || evidence.gated < NOT_SURE || evidence.features.recall < LEAST_RECALL) return 0;
    return evidence.gated;
  };
}
