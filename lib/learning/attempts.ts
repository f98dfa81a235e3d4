/**
 * What a report says about progress: its stage ratings, what was lost and where, the minutes, and how the candidate had
 * rated themselves. Ratings look at the points of every level, so attempts aimed at different levels can be compared;
 * cases have different points, so lines of progress join attempts at one case only.
 */
import { includedStages } from "@/lib/framework/included-stages";
import { type Level, STAGES, type Stage } from "@/lib/framework/stages";
import { lostPlaces } from "@/lib/grading/report/next-steps";
import type { Report } from "@/lib/grading/report/schema";
import { checkBar, type Rating, stageRatings } from "@/lib/grading/rubric/level";
import type { Mode } from "@/lib/interview/setup";
import { type Comparison, compareScores, type SelfScoresByStage } from "./self-scores";

/** Weight of expected points that one heading of a chapter explains and that the answer lacked. */
export type Lost = { stage: Stage; href: string; loss: number };

export type Attempt = {
  interviewId: string;
  caseSlug: string;
  caseTitle: string;
  level: Level;
  mode: Mode;
  submittedAtMs: number;
  /** Share of the weight of the level's points. */
  score: number;
  /** Of the stages that were asked for. */
  ratings: Partial<Record<Stage, Rating>>;
  /** Whether the ratings meet the bar of the level that was aimed at. */
  meetsBar: boolean;
  /** The most first. */
  lost: Lost[];
  /** Weight of all expected points of a stage. */
  weights: Record<Stage, number>;
  /** Empty in exam mode. */
  time: { stage: Stage; spentMs: number; budgetMs: number }[];
  comparisons: Comparison[];
};

export function attemptOf(interviewId: string, report: Report, own: SelfScoresByStage): Attempt {
  const { setup, caseTitle, submittedAtMs, points, score, time } = report;
  const all = stageRatings(points);
  const asked = includedStages(setup.stages);
  const ratings = Object.fromEntries(asked.map((stage) => [stage, all[stage]]));
  const values = Object.fromEntries(asked.map((stage) => [stage, all[stage].value]));
  const inStage = (stage: Stage) => points.filter((point) => point.stage === stage);
  const weightOf = (stage: Stage) =>
    inStage(stage).reduce((sum, { isExpected, weight }) => sum + (isExpected ? weight : 0), 0);
  return {
    interviewId,
    caseSlug: setup.caseSlug,
    caseTitle,
    level: setup.level,
    mode: setup.mode,
    submittedAtMs,
    score: score.value,
    ratings,
    meetsBar: checkBar(setup.level, values).isMet,
    lost: STAGES.flatMap((stage) =>
      lostPlaces(inStage(stage)).map(({ href, loss }) => ({ stage, href, loss })),
    ).sort((a, b) => b.loss - a.loss),
    weights: Object.fromEntries(STAGES.map((stage) => [stage, weightOf(stage)])) as Record<Stage, number>,
    time: time.stages,
    comparisons: compareScores(own, all),
  };
}

/** The newest attempt at each case, the newest case first. */
export function newestByCase(attempts: readonly Attempt[]): Attempt[] {
  const newestFirst = [...attempts].sort((a, b) => b.submittedAtMs - a.submittedAtMs);
  const seen = new Set<string>();
  return newestFirst.filter(({ caseSlug }) => !seen.has(caseSlug) && seen.add(caseSlug));
}

export type WeakStage = {
  stage: Stage;
  /** Expected weight that was lost, and of how much. */
  loss: number;
  weight: number;
  /** The chapter heading that explains most of the loss. */
  href: string;
  /** The attempts that it was lost in. */
  attempts: Attempt[];
};

/** The stage that lost the most expected weight in the newest attempt at each case; null when nothing was lost. */
export function weakestStage(attempts: readonly Attempt[]): WeakStage | null {
  const newest = newestByCase(attempts);
  const stages = STAGES.flatMap((stage): WeakStage[] => {
    const lost = newest.flatMap((attempt) => attempt.lost.filter((one) => one.stage === stage));
    const byPlace = new Map<string, number>();
    for (const { href, loss } of lost) byPlace.set(href, (byPlace.get(href) ?? 0) + loss);
    const [place] = [...byPlace].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    const loss = lost.reduce((sum, one) => sum + one.loss, 0);
    if (!place || loss === 0) return [];
    const among = newest.filter((attempt) => attempt.lost.some((one) => one.stage === stage && one.loss > 0));
    const weight = newest.reduce((sum, { weights }) => sum + weights[stage], 0);
    return [{ stage, loss, weight, href: place[0], attempts: among }];
  });
  return stages.sort((a, b) => b.loss - a.loss)[0] ?? null;
}

export type StageTime = {
  stage: Stage;
  attempts: number;
  spentMs: number;
  budgetMs: number;
  /** Time spent over the budget's: 1 is as planned. */
  share: number;
};

/** Mean time of each stage against its mean budget, over the attempts that kept time by stage. */
export function timeByStage(attempts: readonly Attempt[]): StageTime[] {
  const timed = attempts.filter(({ time }) => time.length > 0);
  return STAGES.flatMap((stage) => {
    const rows = timed.flatMap(({ time }) => time.filter((row) => row.stage === stage));
    if (rows.length === 0) return [];
    const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / rows.length;
    const spentMs = meanOf(rows.map((row) => row.spentMs));
    const budgetMs = meanOf(rows.map((row) => row.budgetMs));
    return [
      { stage, attempts: rows.length, spentMs, budgetMs, share: budgetMs > 0 ? spentMs / budgetMs : 0 },
    ];
  });
}
