/** The verdict of one point: evidence, then the point's own conditions, then the words for it. */
import { type Coefficients, POINT_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import { type Evidence, findEvidence, type Reading } from "@/lib/grading/alignment/evidence";
import { GATE_CAPS } from "@/lib/grading/alignment/gates";
import { conceptsIn, isSaid } from "@/lib/grading/rubric/mentions";
import type { Owner, PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { MisconceptionFound, PointGrade, Receipt, Verdict } from "@/lib/grading/types";

export const EXPLAINED = 0.8;
export const PARTLY = 0.5;
export const NOT_SURE = 0.2;
/** The most that a point earns when none of its required concepts is near the evidence: the candidate is asked. */
export const WITHOUT_REQUIRED = 0.4;
/** The most that a point earns when the evidence reads like one of its misconceptions. */
export const MISCONCEIVED = 0.3;
const MISCONCEPTION_THRESHOLD = 0.6;
const LEAST_TELLING = 0.25;
/** With less than about two such words there is nothing to tell them apart by. */
const LEAST_TELLING_WEIGHT = 1.5;
/** A sentence this close to a misconception is one, whatever words make it so. */
const NEARLY_VERBATIM = 0.7;
const CLOSE = 0.55;
/** Beside a point that was not made, half of a misconception is worth mentioning. */
const HALF = 0.5;
/** A sentence is only said to contradict a point when it is clearly about it. */
const ABOUT_IT = 0.65;
/** Segments on either side of the evidence in which a required concept may stand. */
const NEARBY_SEGMENTS = 2;

function verdictOf(credit: number, evidence: Evidence): Verdict {
  if (credit < NOT_SURE) return "missing";
  if (evidence.gate === "maybe-contradicts") return "maybe-contradicts";
  if (evidence.gate !== null) return "mentioned";
  if (credit >= EXPLAINED) return "explained";
  return credit >= PARTLY ? "partly" : "not-sure";
}

function hasRequired(
  prepared: PreparedRubric,
  reading: Reading,
  evidence: Evidence,
  required: readonly string[],
): boolean {
  if (required.length === 0) return true;
  const first = evidence.window.segments[0]?.index ?? 0;
  const last = evidence.window.segments.at(-1)?.index ?? first;
  const tokens = reading.segments
    .filter((piece) => piece.part === evidence.window.part)
    .filter((piece) => piece.index >= first - NEARBY_SEGMENTS && piece.index <= last + NEARBY_SEGMENTS)
    .flatMap((piece) => piece.tokens);
  const said = conceptsIn(tokens, prepared.bank.concepts);
  return required.some((concept) => isSaid(concept, said));
}

const overlaps = (a: Receipt, b: Receipt) => a.part === b.part && a.start < b.end && b.start < a.end;

/**
 * Whether the evidence says what makes the misconception wrong, and not only what it shares with the right answer.
 * A misconception without such words of its own has to be matched more closely.
 */
function saysWhatIsWrong(prepared: PreparedRubric, owner: Owner, { window, features }: Evidence): boolean {
  if (features.recall >= NEARLY_VERBATIM) return true;
  let found = 0;
  let total = 0;
  for (const type of owner.telling) {
    const weight = prepared.misconceptions.typeWeights[type] ?? 0;
    total += weight;
    found += weight * (window.similarities[type] ?? 0);
  }
  return total >= LEAST_TELLING_WEIGHT ? found >= LEAST_TELLING * total : features.recall >= CLOSE;
}

type Misreading = { found: MisconceptionFound; chance: number; recall: number };

/** The misconception of a point that the answer states most clearly, if any. */
function findMisconception(
  prepared: PreparedRubric,
  reading: Reading,
  point: number,
  coefficients: Coefficients,
): Misreading | null {
  let best: Misreading | null = null;
  prepared.owners.forEach((owner, index) => {
    if (owner.point !== point) return;
    const evidence = findEvidence(reading, prepared.misconceptions, index, coefficients);
    if (!evidence || evidence.gate !== null || evidence.probability < MISCONCEPTION_THRESHOLD) return;
    if (best && best.chance >= evidence.probability) return;
    if (!saysWhatIsWrong(prepared, owner, evidence)) return;
    const found = { text: owner.text, feedback: owner.feedback, receipt: evidence.receipt };
    best = { found, chance: evidence.probability, recall: evidence.features.recall };
  });
  return best;
}

export type Readings = { points: Reading; misconceptions: Reading };

/** What one point's words came to, before it is decided what they are worth. */
export type PointReading = {
  base: Pick<PointGrade, "id" | "stage" | "level" | "weight">;
  evidence: Evidence | null;
  misread: Misreading | null;
  /** The evidence is the misconception, rather than the point. */
  isMisconceived: boolean;
  /** The most that it may earn, whatever its words are worth. */
  cap: number;
};

function capOf(
  prepared: PreparedRubric,
  readings: Readings,
  evidence: Evidence,
  required: readonly string[],
) {
  if (evidence.gate === "maybe-contradicts" && evidence.probability < ABOUT_IT) return 0;
  const gate = evidence.gate ? GATE_CAPS[evidence.gate] : 1;
  return hasRequired(prepared, readings.points, evidence, required) ? gate : Math.min(gate, WITHOUT_REQUIRED);
}

/** Reads one point of the rubric alone. */
export function readPoint(
  prepared: PreparedRubric,
  readings: Readings,
  index: number,
  coefficients: Coefficients = POINT_COEFFICIENTS,
): PointReading | null {
  const point = prepared.points[index];
  if (!point) return null;
  const base = { id: point.id, stage: point.stage, level: point.level, weight: point.weight };
  const evidence = findEvidence(readings.points, prepared.bank, index, coefficients);
  const misread = findMisconception(prepared, readings.misconceptions, index, coefficients);
  if (!evidence) return { base, evidence, misread, isMisconceived: false, cap: 0 };
  const isMisconceived =
    misread !== null &&
    overlaps(misread.found.receipt, evidence.receipt) &&
    misread.recall > evidence.features.recall;
  const cap = capOf(prepared, readings, evidence, point.mustMention);
  return { base, evidence, misread, isMisconceived, cap: isMisconceived ? Math.min(cap, MISCONCEIVED) : cap };
}

/**
 * The verdict when the words are worth `chance`, 0 to 1.
 * @param ofCap what is left of the credit of a gated point in its company, 0 to 1
 */
export function decidePoint(reading: PointReading, chance: number, ofCap = 1): PointGrade {
  const { base, evidence, misread, isMisconceived, cap } = reading;
  if (!evidence) {
    const misconception = misread?.found ?? null;
    return { ...base, verdict: "missing", credit: 0, receipt: null, gate: null, misconception };
  }
  const credit = Math.min(chance, cap);
  const isWorthSaying =
    misread !== null &&
    (isMisconceived || misread.recall >= NEARLY_VERBATIM || (credit < PARTLY && misread.recall >= HALF));
  const isMissing = credit < NOT_SURE && !isMisconceived;
  return {
    ...base,
    verdict: isMisconceived ? "maybe-contradicts" : verdictOf(credit, evidence),
    credit: isMissing ? 0 : evidence.gate ? credit * ofCap : credit,
    receipt: isMissing ? null : evidence.receipt,
    gate: evidence.gate,
    misconception: isWorthSaying ? misread.found : null,
  };
}
