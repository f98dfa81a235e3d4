/**
 * Where no trigger is ready, the interviewer asks about the weakest point of what the candidate has gone past, in the
 * words that the rubric keeps for it: nothing that it says was written by a machine, or tells more than the rubric's
 * author meant to.
 */
import type { Point } from "@/lib/content/schemas/rubric";
import { includedStages } from "@/lib/framework/included-stages";
import { STAGES } from "@/lib/framework/stages";
import { isAtLeast, isLeft } from "./condition";
import type { PreparedInterviewer } from "./prepare";
import { pointPrompt, probesOf } from "./prompt-ids";
import type { InterviewerState, NextMove, Scene } from "./types";

/** A point that is credited this much is not weak. */
const WEAK = 0.35;

/** What is missing of a point, by its weight. */
const need = (point: Point, scene: Scene): number => point.weight * (1 - (scene.credits[point.id] ?? 0));

/** The expected point with most to gain; among equals the one of the latest stage, then the rubric's order. */
export function weakestPoint(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
): Point | null {
  const asked = new Set(state.prompted.flatMap(({ id }) => probesOf(prepared, id)));
  const weak = prepared.points.filter(
    ({ id, stage, level }) =>
      isAtLeast(scene.level, level) &&
      includedStages(scene.stages).includes(stage) &&
      isLeft(scene, stage) &&
      !asked.has(id) &&
      (scene.credits[id] ?? 0) < WEAK,
  );
  const place = ({ stage }: Point) => STAGES.indexOf(stage);
  return weak.sort((a, b) => need(b, scene) - need(a, scene) || place(b) - place(a))[0] ?? null;
}

export function probeWeakest(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
): NextMove | null {
  const point = weakestPoint(prepared, scene, state);
  const text = point?.followUps[0];
  if (!point || text === undefined) return null;
  return { kind: "trigger", id: pointPrompt(point.id), text, tone: "probe", probes: [point.id] };
}
