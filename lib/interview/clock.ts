/**
 * Time in an interview. The deadline is an instant on the server's clock; a client shows it as
 * `deadline - (its own clock + offset)` and never counts down by itself. An overrun of a stage is feedback, not a lock.
 */
import { includedStages, minutesOfIncluded } from "@/lib/framework/included-stages";
import { type StageSplit, stageSplit } from "@/lib/framework/presets";
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { InterviewSetup } from "./setup";
import type { InterviewState } from "./state";

/** How long after the deadline a save that was on its way is still taken. */
export const GRACE_MS = 10_000;
const MS_PER_MINUTE = 60_000;

export type Budget = { stage: Stage | "wrap-up"; fromMs: number; lengthMs: number };

export const totalMs = (setup: Pick<InterviewSetup, "lengthMinutes" | "timeMultiplier">): number =>
  Math.round(setup.lengthMinutes * setup.timeMultiplier * MS_PER_MINUTE);

type Split = Pick<InterviewSetup, "lengthMinutes" | "stageSplit" | "stages">;

/**
 * Minutes of each stage before they are stretched: our own, or those of the framework that was chosen, over the stages
 * that are included; 0 for the others.
 */
export const minutesOf = (setup: Split): StageSplit =>
  minutesOfIncluded(
    stageSplit(setup.stageSplit ?? "shortlist", setup.lengthMinutes),
    includedStages(setup.stages),
    setup.lengthMinutes,
  );

/** The budgets of the included stages in order, the wrap-up last; they add up to the whole time. */
export function stageBudgets(setup: Split & Pick<InterviewSetup, "timeMultiplier">): Budget[] {
  const minutes = minutesOf(setup);
  let fromMs = 0;
  return [...includedStages(setup.stages), "wrap-up" as const].map((stage) => {
    const lengthMs =
      (stage === "wrap-up" ? minutes.wrapUp : minutes[stage]) * setup.timeMultiplier * MS_PER_MINUTE;
    const budget = { stage, fromMs, lengthMs };
    fromMs += lengthMs;
    return budget;
  });
}

/** The stage whose budget holds this much elapsed time; the last one when time is over. */
export function scheduledStage(setup: InterviewSetup, elapsed: number): Stage | "wrap-up" {
  const budgets = stageBudgets(setup);
  return budgets.find((budget) => elapsed < budget.fromMs + budget.lengthMs)?.stage ?? "wrap-up";
}

/** Milliseconds of [fromMs, toMs) that were spent in pauses. */
function pausedWithin(state: InterviewState, fromMs: number, toMs: number): number {
  return state.pauses.reduce((sum, pause) => {
    const overlap = Math.min(pause.toMs ?? toMs, toMs) - Math.max(pause.fromMs, fromMs);
    return sum + Math.max(0, overlap);
  }, 0);
}

/** Instant at which the clock stands: now, or where it stopped. */
const clockEnd = (state: InterviewState, nowMs: number): number => state.submittedAtMs ?? nowMs;

/** Working time so far, pauses left out. */
export function elapsedMs(state: InterviewState, nowMs: number): number {
  const end = clockEnd(state, nowMs);
  return Math.max(0, end - state.startedAtMs - pausedWithin(state, state.startedAtMs, end));
}

/** The instant after which nothing counts, were the clock to run on from now: a pause moves it, but never past the latest end. */
export function endsAtMs(state: InterviewState, nowMs: number): number {
  const open = state.pauses.find((pause) => pause.toMs === null);
  if (!open) return state.deadlineAtMs;
  const moved = state.deadlineAtMs + Math.max(0, nowMs - open.fromMs);
  return Math.min(moved, state.latestEndMs ?? moved);
}

/** Time left, never below 0. While paused it stands still, unless the latest end comes nearer. */
export const remainingMs = (state: InterviewState, nowMs: number): number =>
  Math.max(0, endsAtMs(state, nowMs) - clockEnd(state, nowMs));

/** True once the time is over, paused or not; what is on its way is taken for the grace after it. */
export const isTimeOver = (state: InterviewState, nowMs: number): boolean =>
  (state.status === "running" || state.status === "paused") && nowMs >= endsAtMs(state, nowMs);

/** True once nothing that arrives is taken any more. */
export const isOver = (state: InterviewState, nowMs: number): boolean =>
  state.status === "submitted" || isTimeOver(state, nowMs - GRACE_MS - 1);

/** Working time spent in each stage (coach mode; all zeros in exam mode, where stages are not entered). */
export function timeByStage(state: InterviewState, nowMs: number): Record<Stage, number> {
  const spent = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  const end = clockEnd(state, nowMs);
  state.visits.forEach((visit, i) => {
    const leftMs = Math.min(state.visits[i + 1]?.atMs ?? end, end);
    const length = leftMs - visit.atMs - pausedWithin(state, visit.atMs, leftMs);
    spent[visit.stage] += Math.max(0, length);
  });
  return spent;
}

export type StageTime = { stage: Stage; budgetMs: number; spentMs: number; overrunMs: number };

/** Time spent against the budget, stage by stage. */
export function stageTimes(state: InterviewState, nowMs: number): StageTime[] {
  if (!state.setup) return [];
  const spent = timeByStage(state, nowMs);
  return stageBudgets(state.setup).flatMap(({ stage, lengthMs }) =>
    stage === "wrap-up"
      ? []
      : [
          {
            stage,
            budgetMs: lengthMs,
            spentMs: spent[stage],
            overrunMs: Math.max(0, spent[stage] - lengthMs),
          },
        ],
  );
}

/** "12:05"; minutes go on past 59. Rounds up, so that 0:00 means over. */
export function formatClock(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
