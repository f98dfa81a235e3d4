/** Evaluates the conditions of triggers and twists against the interview as it stands. */
import type { Condition } from "@/lib/content/schemas/interviewer";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { negatedTokens } from "@/lib/grading/alignment/negation";
import { isSaid } from "@/lib/grading/rubric/mentions";
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { segment } from "@/lib/grading/text/segments";
import type { Part } from "@/lib/grading/types";
import { minutesOf } from "@/lib/interview/clock";
import type { PreparedInterviewer } from "./prepare";
import type { Scene } from "./types";

const DEFAULT_CREDIT = 0.5;

/** What was said in a text: everything mentioned, and what was mentioned without a negation. */
type Said = { mentioned: Set<string>; affirmed: Set<string> };

function readText(text: string, concepts: ConceptIndex): Said {
  const said: Said = { mentioned: new Set(), affirmed: new Set() };
  for (const piece of segment(text)) {
    const negated = negatedTokens(text, piece.tokens);
    for (const unit of annotate(piece.tokens, concepts)) {
      const names = [...unit.concepts, ...unit.inner, ...unit.stems.map((stem) => `=${stem}`)];
      for (const name of names) {
        said.mentioned.add(name);
        if (!negated[unit.firstToken]) said.affirmed.add(name);
      }
    }
  }
  return said;
}

/** Reads each text of a scene at most once. */
export type Listener = (part: Part) => Said;

export function listen(prepared: PreparedInterviewer, scene: Scene): Listener {
  const known = new Map<Part, Said>();
  return (part) => {
    const said = known.get(part) ?? readText(scene.answers[part] ?? "", prepared.concepts);
    known.set(part, said);
    return said;
  };
}

/** The texts in which something about a stage may stand: its own, and the text that is not cut into stages. */
function partsFor(scene: Scene, stage: Stage | undefined): Part[] {
  const parts = Object.keys(scene.answers) as Part[];
  return stage === undefined ? parts : parts.filter((part) => part === stage || part === "whole");
}

/** Seconds of working time at which the budget of a stage starts. */
export function budgetedStart(scene: Scene, stage: Stage): number {
  const minutes = minutesOf(scene);
  const before = STAGES.slice(0, STAGES.indexOf(stage));
  return before.reduce((sum, earlier) => sum + minutes[earlier], 0) * 60;
}

function isReached(scene: Scene, stage: Stage): boolean {
  if (scene.mode === "exam") return scene.elapsedSeconds >= budgetedStart(scene, stage);
  return scene.stagesEntered.some((entered) => STAGES.indexOf(entered) >= STAGES.indexOf(stage));
}

function isLeft(scene: Scene, stage: Stage): boolean {
  const end = budgetedStart(scene, stage) + minutesOf(scene)[stage] * 60;
  if (scene.mode === "exam") return scene.elapsedSeconds >= end;
  return (
    scene.stage !== stage &&
    scene.stagesEntered.some((entered) => STAGES.indexOf(entered) > STAGES.indexOf(stage))
  );
}

const isChosen = (scene: Scene, decision: string, values: readonly string[]): boolean =>
  [scene.decisions[decision] ?? []].flat().some((value) => values.includes(value));

export const shareOfTime = (scene: Scene): number => scene.elapsedSeconds / (scene.lengthMinutes * 60);

export function holds(condition: Condition, scene: Scene, listener: Listener): boolean {
  if ("all" in condition) return condition.all.every((inner) => holds(inner, scene, listener));
  if ("any" in condition) return condition.any.some((inner) => holds(inner, scene, listener));
  if ("not" in condition) return !holds(condition.not, scene, listener);
  if ("said" in condition) {
    const parts = partsFor(scene, condition.stage);
    return condition.said.some((wanted) => parts.some((part) => isSaid(wanted, listener(part).affirmed)));
  }
  if ("missing" in condition) {
    const parts = partsFor(scene, condition.stage);
    return !condition.missing.some((wanted) =>
      parts.some((part) => isSaid(wanted, listener(part).mentioned)),
    );
  }
  if ("pointBelow" in condition)
    return (scene.credits[condition.pointBelow] ?? 0) < (condition.credit ?? DEFAULT_CREDIT);
  if ("pointAtLeast" in condition)
    return (scene.credits[condition.pointAtLeast] ?? 0) >= (condition.credit ?? DEFAULT_CREDIT);
  if ("factNotAsked" in condition) return !scene.factsTold.includes(condition.factNotAsked);
  if ("stageReached" in condition) return isReached(scene, condition.stageReached);
  if ("stageLeft" in condition) return isLeft(scene, condition.stageLeft);
  if ("shareOfTimeAtLeast" in condition) return shareOfTime(scene) >= condition.shareOfTimeAtLeast;
  return isChosen(scene, condition.decision, condition.is);
}
