/**
 * Interviews over some of the seven stages: an assignment may ask for the data and the model alone. The stages keep
 * their order and their proportions, and share the whole length among them.
 */
import { type StageSplit, toWholeMinutes } from "./presets";
import { type LengthMinutes, STAGES, type Stage } from "./stages";

/** The stages asked for, in the framework's order; none named means all seven. */
export const includedStages = (stages: readonly Stage[] | undefined): readonly Stage[] =>
  stages && stages.length > 0 ? STAGES.filter((stage) => stages.includes(stage)) : STAGES;

/** The included stage that comes `step` places after `stage`, or null. */
export function stageBeside(stages: readonly Stage[], stage: Stage, step: 1 | -1): Stage | null {
  return stages[stages.indexOf(stage) + step] ?? null;
}

/** Whole minutes of the included stages, in the proportions of `split`; 0 for the others. The sum is the length. */
export function minutesOfIncluded(
  split: StageSplit,
  included: readonly Stage[],
  length: LengthMinutes,
): StageSplit {
  if (included.length === STAGES.length) return split;
  const whole = toWholeMinutes(
    included.map((stage) => split[stage]),
    length - split.wrapUp,
  );
  const minutes = STAGES.map((stage) => [stage, whole[included.indexOf(stage)] ?? 0]);
  return { ...Object.fromEntries(minutes), wrapUp: split.wrapUp };
}
