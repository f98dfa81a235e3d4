/**
 * What an interview over some of the stages leaves out: a question is asked only when what it is about belongs to a
 * stage that is included. A trigger is about the point that it names first, or else about the stages of its conditions.
 */
import type { Condition } from "@/lib/content/schemas/condition";
import type { Trigger, Twist } from "@/lib/content/schemas/interviewer";
import { includedStages } from "@/lib/framework/included-stages";
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { PreparedInterviewer } from "./prepare";
import type { Scene } from "./types";

/** Every stage that a condition names. */
function stagesNamed(condition: Condition): Stage[] {
  if ("all" in condition) return condition.all.flatMap(stagesNamed);
  if ("any" in condition) return condition.any.flatMap(stagesNamed);
  if ("not" in condition) return stagesNamed(condition.not);
  const named: unknown[] = [];
  if ("stageReached" in condition) named.push(condition.stageReached);
  if ("stageLeft" in condition) named.push(condition.stageLeft);
  if ("stage" in condition) named.push(condition.stage);
  if ("numberSaid" in condition) named.push(condition.numberSaid);
  return STAGES.filter((stage) => named.includes(stage));
}

const isAnyIncluded = (stages: readonly Stage[], scene: Scene): boolean =>
  stages.length === 0 || stages.some((stage) => includedStages(scene.stages).includes(stage));

export function isTriggerIncluded(trigger: Trigger, prepared: PreparedInterviewer, scene: Scene): boolean {
  if (!scene.stages) return true;
  const [most] = trigger.probes;
  const point = prepared.points.find(({ id }) => id === most);
  if (point) return isAnyIncluded([point.stage], scene);
  return isAnyIncluded(
    [trigger.when, trigger.enough].flatMap((condition) => (condition ? stagesNamed(condition) : [])),
    scene,
  );
}

export const isTwistIncluded = (twist: Twist, scene: Scene): boolean => isAnyIncluded(twist.stages, scene);
