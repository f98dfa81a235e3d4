/**
 * The three classic pitfalls, each with the words that show it, or with the plain statement of what is absent.
 * A pitfall is a pattern over the whole answer, so very short answers show none, and nobody is blamed for a stage that
 * was not asked for.
 */
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { Reading } from "@/lib/grading/alignment/evidence";
import type { AnswerSegment } from "@/lib/grading/alignment/windows";
import { conceptsIn } from "@/lib/grading/rubric/mentions";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { isExpectedOf, scoreOf } from "@/lib/grading/rubric/score";
import type { Part, PitfallFound, PointGrade, Receipt } from "@/lib/grading/types";

export const MIN_WORDS = 60;
/** A stage whose mid points score less than this is as good as absent. */
export const ABSENT = 0.3;

const MODEL_CONCEPTS = [
  "two-tower",
  "neural-network",
  "transformer",
  "dcn",
  "wide-and-deep",
  "boosted-trees",
  "logistic-regression",
  "sequence-model",
  "matrix-factorisation",
  "graph-network",
  "llm",
  "softmax",
];
const OBJECTIVE_CONCEPTS = [
  "objective",
  "success-metric",
  "satisfaction",
  "retention",
  "label",
  "positive",
  "watch-threshold",
  "prediction-unit",
  "guardrail",
];

const ORDER: readonly Part[] = [...STAGES, "whole"];

function inReadingOrder(reading: Reading): AnswerSegment[] {
  return [...reading.segments].sort(
    (a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || a.index - b.index,
  );
}

function receiptOf(reading: Reading, piece: AnswerSegment): Receipt {
  const text = reading.answers[piece.part] ?? "";
  return { part: piece.part, start: piece.start, end: piece.end, quote: text.slice(piece.start, piece.end) };
}

function firstWith(
  prepared: PreparedRubric,
  segments: readonly AnswerSegment[],
  wanted: readonly string[],
): number {
  const at = segments.findIndex((piece) => {
    const said = conceptsIn(piece.tokens, prepared.bank.concepts);
    return piece.kind !== "heading" && wanted.some((concept) => said.has(concept));
  });
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function stageScore(points: readonly PointGrade[], stages: readonly Stage[]): number {
  return scoreOf(points.filter((point) => stages.includes(point.stage) && isExpectedOf("mid", point.level)))
    .value;
}

export function findPitfalls(
  prepared: PreparedRubric,
  reading: Reading,
  points: readonly PointGrade[],
  included: readonly Stage[] = STAGES,
): PitfallFound[] {
  const segments = inReadingOrder(reading);
  const words = segments.reduce((sum, piece) => sum + piece.tokens.length, 0);
  if (words < MIN_WORDS) return [];
  const found: PitfallFound[] = [];
  const model = firstWith(prepared, segments, MODEL_CONCEPTS);
  const objective = firstWith(prepared, segments, OBJECTIVE_CONCEPTS);
  const named = segments[model];
  if (named && model <= objective && included.includes("frame")) {
    found.push({
      pitfall: "jumps-to-the-model",
      explanation:
        "A model is named before anything is said about the objective or the label, so nothing yet says what it should be good at.",
      receipt: receiptOf(reading, named),
    });
  }
  if (included.includes("data") && stageScore(points, ["data"]) < ABSENT) {
    found.push({
      pitfall: "ignores-the-data-pipeline",
      explanation: `In ${words} words almost nothing says where labels come from, how examples are sampled, or how the data is split.`,
      receipt: null,
    });
  }
  const isRunAsked = included.includes("serve") || included.includes("monitor");
  if (isRunAsked && stageScore(points, ["serve", "monitor"]) < ABSENT) {
    found.push({
      pitfall: "forgets-monitoring-and-deployment",
      explanation: `In ${words} words almost nothing says how the system answers in time, is released, or is watched once it runs.`,
      receipt: null,
    });
  }
  return found;
}
