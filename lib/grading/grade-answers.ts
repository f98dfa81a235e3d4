/** Grades an answer against a prepared rubric: verdicts with receipts, scores with intervals, pitfalls, flags. */
import { includedStages } from "@/lib/framework/included-stages";
import { LEVELS, type Level, STAGES, type Stage } from "@/lib/framework/stages";
import {
  COMPANY_COEFFICIENTS,
  type Coefficients,
  creditOf,
  POINT_COEFFICIENTS,
} from "@/lib/grading/alignment/calibration";
import type { Company } from "@/lib/grading/alignment/company-features";
import { read } from "@/lib/grading/alignment/evidence";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import {
  type CompanyStrength,
  companyOf,
  companyWeight,
  isSpoilt,
  ofCap,
  settle,
} from "@/lib/grading/rubric/company";
import { decidePoint, type PointReading, type Readings, readPoint } from "@/lib/grading/rubric/grade-point";
import { decideLevel } from "@/lib/grading/rubric/level";
import { findPitfalls } from "@/lib/grading/rubric/pitfalls";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { isExpectedOf, scoreOf } from "@/lib/grading/rubric/score";
import { MAX_PART_CHARACTERS } from "@/lib/grading/text/unicode";
import type { Answers, Grade, PointGrade, Score } from "@/lib/grading/types";

export type GradeOptions = {
  /** Points above this level do not count for `score` and `stages`; all are graded. Default `staff`. */
  level?: Level;
  mode?: "coach" | "exam";
  /** Grades the points of this stage alone, five times as fast; level and pitfalls then mean nothing. */
  only?: Stage;
  /** The stages that count, when not all do: the points of the others are read for their company and then left out. */
  stages?: readonly Stage[] | undefined;
  /** Another fit than the one that ships, to see what a fit without some data would have given. */
  coefficients?: PointFit;
};

/** Coefficients of a point read alone, and in the company of the others. */
export type PointFit = { alone: Coefficients; inCompany: Coefficients };
const SHIPPED: PointFit = { alone: POINT_COEFFICIENTS, inCompany: COMPANY_COEFFICIENTS };

function flagsOf(answers: Answers, points: readonly PointGrade[]): string[] {
  const texts = Object.values(answers).filter((text) => text !== undefined);
  const flags: string[] = [];
  if (texts.every((text) => text.trim() === "")) flags.push("The answer is empty.");
  if (texts.some((text) => looksLikeInjection(text)))
    flags.push("Some text speaks to the grader instead of answering; it earned nothing.");
  if (texts.some((text) => text.length > MAX_PART_CHARACTERS)) {
    flags.push(
      `Only the first ${MAX_PART_CHARACTERS.toLocaleString("en")} characters of a stage are graded.`,
    );
  }
  const gated = (gate: PointGrade["gate"]) =>
    points.filter((point) => point.gate === gate && point.verdict !== "missing").length;
  if (gated("mentioned") >= 3)
    flags.push(
      "Much of this is a list of terms. Terms are noted; credit needs a sentence that says why or how.",
    );
  if (gated("order") >= 3)
    flags.push("The words of several sentences stand in an order that cannot be read.");
  if (gated("maybe-contradicts") >= 1)
    flags.push("At least one sentence may say the opposite of what the point asks for.");
  return flags;
}

function byKey<K extends string>(keys: readonly K[], score: (key: K) => Score): Record<K, Score> {
  return Object.fromEntries(keys.map((key) => [key, score(key)])) as Record<K, Score>;
}

type InCompany = {
  reading: PointReading;
  alone: PointGrade;
  company: Company;
  strength: CompanyStrength;
  /** What is left of the credit of a gated point. */
  ofCap: number;
};

/** Every point read alone, and the company that it then turns out to keep: that of its stage, or of the whole text. */
export function readPoints(
  prepared: PreparedRubric,
  answers: Answers,
  readings: Readings,
  options: Pick<GradeOptions, "only"> & { coefficients: Coefficients },
): InCompany[] {
  const found = prepared.points.flatMap(({ stage }, index) => {
    const reading =
      options.only === undefined || stage === options.only
        ? readPoint(prepared, readings, index, options.coefficients)
        : null;
    return reading ? [{ reading, alone: decidePoint(reading, reading.evidence?.probability ?? 0) }] : [];
  });
  const isWhole = answers.whole !== undefined;
  return found.map(({ reading, alone }) => {
    const same = found.map((other) => other.alone).filter((other) => isWhole || other.stage === alone.stage);
    const weight = companyWeight(answers.whole ?? answers[alone.stage] ?? "");
    const company = companyOf(same, alone);
    const isDoubtful = company.othersMisconceived > 0;
    return {
      reading,
      alone,
      company,
      strength: { weight, isSpoilt: isSpoilt(same), isDoubtful },
      ofCap: ofCap(same, alone, weight),
    };
  });
}

function inCompany(one: InCompany, coefficients: Coefficients): PointGrade {
  const { reading, alone, company, strength } = one;
  if (!reading.evidence || strength.weight === 0) return alone;
  const { features, probability: chance } = reading.evidence;
  const together = creditOf({ ...features, ...company }, coefficients);
  return decidePoint(reading, settle(chance, together, strength), one.ofCap);
}

export function gradeAnswers(prepared: PreparedRubric, answers: Answers, options: GradeOptions = {}): Grade {
  const level = options.level ?? "staff";
  const readings = {
    points: read(answers, prepared.bank),
    misconceptions: read(answers, prepared.misconceptions),
  };
  const fit = options.coefficients ?? SHIPPED;
  const included = includedStages(options.stages);
  const points = readPoints(prepared, answers, readings, { only: options.only, coefficients: fit.alone })
    .map((one) => inCompany(one, fit.inCompany))
    .filter(({ stage }) => included.includes(stage));
  const upTo = (limit: Level, stage?: Stage) =>
    scoreOf(
      points.filter(
        (point) => isExpectedOf(limit, point.level) && (stage === undefined || point.stage === stage),
      ),
    );
  return {
    points,
    score: upTo(level),
    stages: byKey(STAGES, (stage) => upTo(level, stage)),
    upTo: byKey(LEVELS, (limit) => upTo(limit)),
    levelVerdict: options.mode === "exam" ? decideLevel(points, included) : null,
    pitfalls: findPitfalls(prepared, readings.points, points, included),
    flags: flagsOf(answers, points),
  };
}
