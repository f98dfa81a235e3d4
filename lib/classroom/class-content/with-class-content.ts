/**
 * A case as one class has it: its own points and facts beside the case's, changed wordings in their places, and what
 * does not count left out. Whatever is laid over it, what comes out is a whole case: what no longer fits (a point that
 * the case has lost, an id that is taken) is passed over.
 */
import type { Case } from "@/lib/content/parse";
import type { Condition } from "@/lib/content/schemas/condition";
import type { Fact, InterviewerScript, Trigger } from "@/lib/content/schemas/interviewer";
import type { Point } from "@/lib/content/schemas/rubric";
import { isClassOwn } from "./ids";
import type { AddedFact, AddedPoint, ChangedFact, ChangedPoint, ClassContent } from "./schema";

const toPoint = (id: string, added: AddedPoint): Point => {
  const { kind: _, followUp, ...point } = added;
  return { id, ...point, followUps: [followUp], aliases: [], mustMention: [] };
};

function changedPoint(point: Point, change: ChangedPoint): Point {
  const { followUp, exemplars } = change;
  return {
    ...point,
    text: change.text ?? point.text,
    why: change.why ?? point.why,
    weight: change.weight ?? point.weight,
    misconceptions: change.misconceptions ?? point.misconceptions,
    exemplars: exemplars ?? point.exemplars,
    followUps: followUp === undefined ? point.followUps : [followUp, ...point.followUps.slice(1)],
    // Concepts are required with the case's own sentences in mind; others may say it without them.
    mustMention: exemplars === undefined ? point.mustMention : [],
  };
}

const toFact = (id: string, added: AddedFact): Fact => {
  const [question = "", ...askedAs] = added.phrasings;
  const { topic, answer, ifNeverAsked } = added;
  return { id, topic, question, askedAs, aliases: [], answer, ifNeverAsked };
};

const changedFact = (fact: Fact, { answer, ifNeverAsked, alsoAskedAs }: ChangedFact): Fact => ({
  ...fact,
  answer: answer ?? fact.answer,
  ifNeverAsked: ifNeverAsked ?? fact.ifNeverAsked,
  askedAs: [...fact.askedAs, ...alsoAskedAs],
});

type Entry<Added, Changed> = { id: string; content: Added | Changed };
type Kinds<Item, Added, Changed> = {
  isAdded: (content: Added | Changed) => content is Added;
  make: (id: string, added: Added) => Item;
  change: (item: Item, changed: Changed) => Item;
  isLeftOut: (changed: Changed) => boolean;
};

/** The case's items with the class's changes, then the class's own; and the ids that the class leaves out. */
function overlay<Item extends { id: string }, Added, Changed>(
  items: readonly Item[],
  entries: readonly Entry<Added, Changed>[],
  { isAdded, make, change, isLeftOut }: Kinds<Item, Added, Changed>,
): { items: Item[]; leftOut: Set<string> } {
  const changes = new Map<string, Changed>();
  const added: Item[] = [];
  const known = new Set(items.map(({ id }) => id));
  for (const { id, content } of entries) {
    if (!isAdded(content)) changes.set(id, content);
    else if (isClassOwn(id) && !known.has(id)) {
      known.add(id);
      added.push(make(id, content));
    }
  }
  const leftOut = new Set(
    items.flatMap(({ id }) => {
      const changed = changes.get(id);
      return changed !== undefined && isLeftOut(changed) ? [id] : [];
    }),
  );
  const own = items.map((item) => {
    const changed = changes.get(item.id);
    return changed === undefined ? item : change(item, changed);
  });
  return { items: [...own, ...added], leftOut };
}

/**
 * Stages that would be left without a point that every level is expected to make. Such a stage would hold every
 * answer below the lowest level (lib/grading/rubric/level), so those points stay.
 */
export function emptiedStages(points: readonly Point[], leftOut: ReadonlySet<string>): Point["stage"][] {
  const base = points.filter(({ level }) => level === "mid");
  const kept = new Set(base.filter(({ id }) => !leftOut.has(id)).map(({ stage }) => stage));
  return [...new Set(base.map(({ stage }) => stage))].filter((stage) => !kept.has(stage));
}

function pointsOf({ rubric }: Case, content: ClassContent): { points: Point[]; leftOut: Set<string> } {
  const { items, leftOut } = overlay(rubric.points, content.points, {
    isAdded: (entry): entry is AddedPoint => entry.kind === "added",
    make: toPoint,
    change: changedPoint,
    isLeftOut: ({ isCounted }) => !isCounted,
  });
  const emptied = emptiedStages(items, leftOut);
  const stays = ({ stage, level }: Point) => level === "mid" && emptied.includes(stage);
  const gone = new Set(items.filter((item) => leftOut.has(item.id) && !stays(item)).map(({ id }) => id));
  return { points: items.filter(({ id }) => !gone.has(id)), leftOut: gone };
}

function factsOf({ interviewer }: Case, content: ClassContent): { facts: Fact[]; leftOut: Set<string> } {
  const { items, leftOut } = overlay(interviewer.facts, content.facts, {
    isAdded: (entry): entry is AddedFact => entry.kind === "added",
    make: toFact,
    change: changedFact,
    isLeftOut: ({ isKnown }) => !isKnown,
  });
  const facts = items.filter(({ id }) => !leftOut.has(id));
  return facts.length > 0 ? { facts, leftOut } : { facts: items, leftOut: new Set() };
}

/** Points and facts that a condition looks at. */
function namedBy(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ("not" in condition) return namedBy(condition.not);
  if ("all" in condition) return condition.all.flatMap(namedBy);
  if ("any" in condition) return condition.any.flatMap(namedBy);
  if ("pointBelow" in condition) return [condition.pointBelow];
  if ("pointAtLeast" in condition) return [condition.pointAtLeast];
  return "factNotAsked" in condition ? [condition.factNotAsked] : [];
}

/** Nobody is asked about what does not count, nor why they did not ask for what the interviewer does not know. */
function scriptWithout(
  script: InterviewerScript,
  points: ReadonlySet<string>,
  facts: ReadonlySet<string>,
): InterviewerScript {
  if (points.size + facts.size === 0) return script;
  const isGone = (id: string) => points.has(id) || facts.has(id);
  const withoutGone = (ids: readonly string[]) => ids.filter((id) => !isGone(id));
  const isAbout = ({ probes, when, enough }: Trigger) =>
    (probes.length > 0 && withoutGone(probes).length === 0) ||
    [...namedBy(when), ...namedBy(enough)].some(isGone);
  const { probes, silenced } = script.shared;
  const uses = Object.entries(probes).map(([id, about]) => [id, withoutGone(about)] as const);
  return {
    ...script,
    triggers: script.triggers
      .filter((trigger) => !isAbout(trigger))
      .map((trigger) => ({ ...trigger, probes: withoutGone(trigger.probes) })),
    shared: {
      probes: Object.fromEntries(uses.filter(([, about]) => about.length > 0)),
      silenced: [...silenced, ...uses.filter(([, about]) => about.length === 0).map(([id]) => id)],
    },
  };
}

/** The case as the class has it. Gives the case itself when the class changes nothing of it. */
export function withClassContent(found: Case, content: ClassContent): Case {
  if (content.points.length + content.facts.length === 0) return found;
  const { points, leftOut } = pointsOf(found, content);
  const { facts, leftOut: unknown } = factsOf(found, content);
  const script = scriptWithout(found.interviewer, leftOut, unknown);
  return { ...found, rubric: { ...found.rubric, points }, interviewer: { ...script, facts } };
}
