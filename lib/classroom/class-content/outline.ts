/** A case as the staff of a class edits it: each point and fact as it holds in the class, beside what the case says. */
import type { Case } from "@/lib/content/parse";
import type { Fact, Topic } from "@/lib/content/schemas/interviewer";
import type { Point } from "@/lib/content/schemas/rubric";
import type { Level, Stage } from "@/lib/framework/stages";
import { isClassOwn } from "./ids";
import type { AddedFact, AddedPoint, ClassContent } from "./schema";
import { withClassContent } from "./with-class-content";

/** Of the case and not touched, of the case and different in the class, left out by the class, the class's own. */
export type EntryState = "case" | "changed" | "left-out" | "added";
export type PointWording = Omit<AddedPoint, "kind" | "stage" | "level" | "chapter">;
export type FactWording = Omit<AddedFact, "kind" | "topic">;

export type PointEntry = {
  id: string;
  stage: Stage;
  level: Level;
  chapter: string;
  state: EntryState;
  /** Of the class's row, for compare-and-set; null: there is none. */
  revision: number | null;
  wording: PointWording;
};
export type FactEntry = {
  id: string;
  topic: Topic;
  state: EntryState;
  revision: number | null;
  wording: FactWording;
  /** How many of the phrasings are the case's own: those stay. */
  fixedPhrasings: number;
};
export type Revisions = ReadonlyMap<string, number>;

const pointWording = ({ text, why, weight, exemplars, misconceptions, followUps }: Point): PointWording => ({
  text,
  why,
  weight,
  exemplars,
  misconceptions,
  followUp: followUps[0] ?? "",
});
const factWording = ({ question, askedAs, answer, ifNeverAsked }: Fact): FactWording => ({
  phrasings: [question, ...askedAs],
  answer,
  ifNeverAsked,
});

/** What is left out still has a wording to be looked at: it is laid over the case as if it counted. */
const countingAll = ({ points, facts }: ClassContent): ClassContent => ({
  points: points.map(({ id, content }) => ({
    id,
    content: content.kind === "changed" ? { ...content, isCounted: true } : content,
  })),
  facts: facts.map(({ id, content }) => ({
    id,
    content: content.kind === "changed" ? { ...content, isKnown: true } : content,
  })),
});

function stateOf(id: string, isChanged: boolean, isThere: boolean): EntryState {
  if (isClassOwn(id)) return "added";
  if (!isThere) return "left-out";
  return isChanged ? "changed" : "case";
}

/** Points in the rubric's order, then the class's own; facts likewise. */
export function outlineOf(
  found: Case,
  content: ClassContent,
  revisions: { points: Revisions; facts: Revisions },
): { points: PointEntry[]; facts: FactEntry[] } {
  const all = withClassContent(found, countingAll(content));
  const held = withClassContent(found, content);
  const heldPoints = new Set(held.rubric.points.map(({ id }) => id));
  const heldFacts = new Set(held.interviewer.facts.map(({ id }) => id));
  const ownPhrasings = new Map(found.interviewer.facts.map(({ id, askedAs }) => [id, 1 + askedAs.length]));
  return {
    points: all.rubric.points.map((point) => ({
      ...{ id: point.id, stage: point.stage, level: point.level, chapter: point.chapter },
      state: stateOf(point.id, revisions.points.has(point.id), heldPoints.has(point.id)),
      revision: revisions.points.get(point.id) ?? null,
      wording: pointWording(point),
    })),
    facts: all.interviewer.facts.map((fact) => ({
      id: fact.id,
      topic: fact.topic,
      state: stateOf(fact.id, revisions.facts.has(fact.id), heldFacts.has(fact.id)),
      revision: revisions.facts.get(fact.id) ?? null,
      wording: factWording(fact),
      fixedPhrasings: ownPhrasings.get(fact.id) ?? 0,
    })),
  };
}
