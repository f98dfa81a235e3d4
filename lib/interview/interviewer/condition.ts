/** Evaluates the conditions of triggers and twists against the interview as it stands. */
import type { Condition, Leaf } from "@/lib/content/schemas/condition";
import { LEVELS, type Level, STAGES, type Stage } from "@/lib/framework/stages";
import { isSaid } from "@/lib/grading/rubric/mentions";
import type { Part } from "@/lib/grading/types";
import { minutesOf } from "@/lib/interview/clock";
import { ANSWER_PARTS } from "@/lib/interview/events";
import { claimsWithoutNumber, firstMention, type Listener, type Said, saysNumber } from "./listen";
import type { Scene } from "./types";

const DEFAULT_CREDIT = 0.5;

/** The texts in which something about a stage may stand, in the order of reading: its own, and the uncut one. */
function partsFor(scene: Scene, stage: Stage | undefined): Part[] {
  const parts = ANSWER_PARTS.filter((part) => scene.answers[part] !== undefined);
  return stage === undefined ? parts : parts.filter((part) => part === stage || part === "whole");
}

/** Seconds of working time at which the budget of a stage starts. */
export function budgetedStart(scene: Scene, stage: Stage): number {
  const minutes = minutesOf(scene);
  const before = STAGES.slice(0, STAGES.indexOf(stage));
  return before.reduce((sum, earlier) => sum + minutes[earlier], 0) * 60;
}

export function isReached(scene: Scene, stage: Stage): boolean {
  if (scene.mode === "exam") return scene.elapsedSeconds >= budgetedStart(scene, stage);
  return scene.stagesEntered.some((entered) => STAGES.indexOf(entered) >= STAGES.indexOf(stage));
}

export function isLeft(scene: Scene, stage: Stage): boolean {
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
const minutesLeft = (scene: Scene): number => scene.lengthMinutes - scene.elapsedSeconds / 60;
export const isAtLeast = (level: Level, least: Level): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(least);

/** The first text that mentions one of `first` does so ahead of `then`, and no earlier text mentions `then`. */
function isSaidBefore(texts: readonly Said[], first: readonly string[], then: readonly string[]): boolean {
  for (const said of texts) {
    const at = firstMention(said, first);
    const other = firstMention(said, then);
    if (at < other) return true;
    if (other < Number.POSITIVE_INFINITY) return false;
  }
  return false;
}

type TextLeaf = Extract<Leaf, { said: unknown } | { missing: unknown } | { claimWithoutNumber: unknown }>;
type CountLeaf = Extract<Leaf, { numberSaid: unknown } | { wordsAtLeast: unknown }>;

function holdsOfWords(leaf: TextLeaf, scene: Scene, listener: Listener): boolean {
  const texts = partsFor(scene, leaf.stage).map(listener.part);
  if ("missing" in leaf)
    return !leaf.missing.some((wanted) => texts.some((text) => isSaid(wanted, text.mentioned)));
  if ("claimWithoutNumber" in leaf)
    return texts.some((text) => claimsWithoutNumber(text, leaf.claimWithoutNumber));
  const isAffirmed = leaf.said.some((wanted) => texts.some((text) => isSaid(wanted, text.affirmed)));
  return isAffirmed && (leaf.before === undefined || isSaidBefore(texts, leaf.said, leaf.before));
}

function holdsOfCounts(leaf: CountLeaf, scene: Scene, listener: Listener): boolean {
  if ("numberSaid" in leaf) {
    const { numberSaid } = leaf;
    if (numberSaid === "reply") return saysNumber(listener.reply());
    const parts = partsFor(scene, numberSaid === "anywhere" ? undefined : numberSaid);
    return parts.some((part) => saysNumber(listener.part(part)));
  }
  const texts = partsFor(scene, leaf.stage).map(listener.part);
  return texts.reduce((sum, { words }) => sum + words, 0) >= leaf.wordsAtLeast;
}

type TimeLeaf = Extract<
  Leaf,
  | { stageReached: unknown }
  | { stageLeft: unknown }
  | { shareOfTimeAtLeast: unknown }
  | { minutesLeftAtMost: unknown }
  | { silentFor: unknown }
>;
type KnownLeaf = Exclude<Leaf, TextLeaf | CountLeaf | TimeLeaf>;

function holdsOfTime(leaf: TimeLeaf, scene: Scene): boolean {
  if ("stageReached" in leaf) return isReached(scene, leaf.stageReached);
  if ("stageLeft" in leaf) return isLeft(scene, leaf.stageLeft);
  if ("shareOfTimeAtLeast" in leaf) return shareOfTime(scene) >= leaf.shareOfTimeAtLeast;
  if ("minutesLeftAtMost" in leaf) return minutesLeft(scene) <= leaf.minutesLeftAtMost;
  return scene.elapsedSeconds - scene.lastActiveSeconds >= leaf.silentFor;
}

function holdsOfKnown(leaf: KnownLeaf, scene: Scene): boolean {
  const credit = (point: string) => scene.credits[point] ?? 0;
  if ("pointBelow" in leaf) return credit(leaf.pointBelow) < (leaf.credit ?? DEFAULT_CREDIT);
  if ("pointAtLeast" in leaf) return credit(leaf.pointAtLeast) >= (leaf.credit ?? DEFAULT_CREDIT);
  if ("factNotAsked" in leaf) return !scene.factsTold.includes(leaf.factNotAsked);
  if ("factsToldAtMost" in leaf) return scene.factsTold.length <= leaf.factsToldAtMost;
  if ("finding" in leaf) return scene.findings.some(({ id }) => leaf.finding.includes(id));
  if ("boardEmpty" in leaf) return (scene.boardKinds.length === 0) === leaf.boardEmpty;
  if ("boardHas" in leaf) return leaf.boardHas.some((kind) => scene.boardKinds.includes(kind));
  if ("levelAtLeast" in leaf) return isAtLeast(scene.level, leaf.levelAtLeast);
  if ("mode" in leaf) return scene.mode === leaf.mode;
  return isChosen(scene, leaf.decision, leaf.is);
}

const isOfWords = (leaf: Leaf): leaf is TextLeaf =>
  "said" in leaf || "missing" in leaf || "claimWithoutNumber" in leaf;
const isOfCounts = (leaf: Leaf): leaf is CountLeaf => "numberSaid" in leaf || "wordsAtLeast" in leaf;
const isOfTime = (leaf: Leaf): leaf is TimeLeaf =>
  "stageReached" in leaf ||
  "stageLeft" in leaf ||
  "shareOfTimeAtLeast" in leaf ||
  "minutesLeftAtMost" in leaf ||
  "silentFor" in leaf;

export function holds(condition: Condition, scene: Scene, listener: Listener): boolean {
  if ("all" in condition) return condition.all.every((inner) => holds(inner, scene, listener));
  if ("any" in condition) return condition.any.some((inner) => holds(inner, scene, listener));
  if ("not" in condition) return !holds(condition.not, scene, listener);
  if (isOfWords(condition)) return holdsOfWords(condition, scene, listener);
  if (isOfCounts(condition)) return holdsOfCounts(condition, scene, listener);
  if (isOfTime(condition)) return holdsOfTime(condition, scene);
  return holdsOfKnown(condition, scene);
}
