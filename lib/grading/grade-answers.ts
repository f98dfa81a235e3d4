/** Grades an answer against a prepared rubric: verdicts with receipts, scores with intervals, pitfalls, flags. */
import { LEVELS, type Level, STAGES, type Stage } from "@/lib/framework/stages";
import type { Coefficients } from "@/lib/grading/alignment/calibration";
import { read } from "@/lib/grading/alignment/evidence";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import { gradePoint } from "@/lib/grading/rubric/grade-point";
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
  /** Another fit than the one that ships, to see what a fit without some data would have given. */
  coefficients?: Coefficients;
};

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

export function gradeAnswers(prepared: PreparedRubric, answers: Answers, options: GradeOptions = {}): Grade {
  const level = options.level ?? "staff";
  const readings = {
    points: read(answers, prepared.bank),
    misconceptions: read(answers, prepared.misconceptions),
  };
  const points = prepared.points.flatMap(({ stage }, index) =>
    options.only === undefined || stage === options.only
      ? (gradePoint(prepared, readings, index, options.coefficients) ?? [])
      : [],
  );
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
    levelVerdict: options.mode === "exam" ? decideLevel(points) : null,
    pitfalls: findPitfalls(prepared, readings.points, points),
    flags: flagsOf(answers, points),
  };
}
