/**
 * Two answers to one case held against each other, point by point and stage by stage: two attempts, or an attempt and
 * the case's own answer of a level. Pure: reports in, what changed out.
 */
import { LEVELS, type Level, STAGES, type Stage } from "@/lib/framework/stages";
import { isExpectedOf, scoreOf } from "@/lib/grading/rubric/score";
import type { Answers, Score, Verdict } from "@/lib/grading/types";
import type { Report, ReportPoint } from "./schema";

/** One side of a comparison. What a written model answer does not have is null or empty. */
export type Side = {
  label: string;
  level: Level;
  answers: Answers;
  points: readonly ReportPoint[];
  decisions: Report["decisions"];
  time: Report["time"] | null;
  /** Questions asked and facts learnt. */
  asked: number | null;
  learnt: number | null;
};

export function sideOfReport(label: string, report: Report): Side {
  const { setup, answers, points, decisions, time, questions } = report;
  const { asked, learnt } = questions;
  return { label, level: setup.level, answers, points, decisions, time, asked, learnt: learnt.length };
}

export const CHANGES = ["gained", "lost", "same"] as const;
export type Change = (typeof CHANGES)[number];

/** Credits nearer than this are the same: the grader's own step between two verdicts is larger. */
const SAME_CREDIT = 0.15;

type Judged = { credit: number; verdict: Verdict; quote: string | null };
export type PointChange = {
  id: string;
  stage: Stage;
  level: Level;
  text: string;
  /** Null when that side was judged by a rubric without this point. */
  first: Judged | null;
  second: Judged | null;
  change: Change;
};

const judged = (point: ReportPoint | undefined): Judged | null =>
  point ? { credit: point.credit, verdict: point.verdict, quote: point.receipt?.quote ?? null } : null;

function changeOf(first: Judged | null, second: Judged | null): Change {
  if (!first || !second || Math.abs(second.credit - first.credit) < SAME_CREDIT) return "same";
  return second.credit > first.credit ? "gained" : "lost";
}

/** In the order of the stages and of the second side's rubric; points that only the first has come last. */
export function pointChanges(first: Side, second: Side): PointChange[] {
  const byId = (side: Side) => new Map(side.points.map((point) => [point.id, point]));
  const [a, b] = [byId(first), byId(second)];
  const all = [...second.points, ...first.points.filter(({ id }) => !b.has(id))];
  return STAGES.flatMap((wanted) =>
    all
      .filter(({ stage }) => stage === wanted)
      .map(({ id, stage, level, text }) => {
        const [before, after] = [judged(a.get(id)), judged(b.get(id))];
        return { id, stage, level, text, first: before, second: after, change: changeOf(before, after) };
      }),
  );
}

export type StageChange = { stage: Stage; first: Score; second: Score };

/** Both sides by the bar of one level, so that attempts aimed at different levels can be compared; stages that both were asked. */
export function stageChanges(first: Side, second: Side, level: Level): StageChange[] {
  const score = (side: Side, stage: Stage) =>
    scoreOf(side.points.filter((point) => point.stage === stage && isExpectedOf(level, point.level)));
  return STAGES.map((stage) => ({ stage, first: score(first, stage), second: score(second, stage) })).filter(
    (change) => change.first.points > 0 && change.second.points > 0,
  );
}

/** The higher of the two levels that were aimed at. */
export const levelOfBoth = (first: Side, second: Side): Level =>
  LEVELS[Math.max(LEVELS.indexOf(first.level), LEVELS.indexOf(second.level))] ?? second.level;

export type DecisionChange = { field: string; first: string | null; second: string | null };

/** Decisions that differ, or that only one side made. */
export function decisionChanges(first: Side, second: Side): DecisionChange[] {
  const valueIn = (side: Side, field: string) =>
    side.decisions.find((decision) => decision.field === field)?.value ?? null;
  const fields = new Set([...first.decisions, ...second.decisions].map(({ field }) => field));
  return [...fields]
    .map((field) => ({ field, first: valueIn(first, field), second: valueIn(second, field) }))
    .filter((row) => row.first !== row.second);
}
