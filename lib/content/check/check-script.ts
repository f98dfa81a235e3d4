/**
 * The interviewer's script, a case's and the shared one: what conditions name exists, every trigger can be reached,
 * questions are short enough to be spoken, and nobody is asked the same thing twice in other words.
 */
import { conditionLeaves, neverHolds } from "@/lib/content/check/condition-leaves";
import { checkConcepts, checkUnique, type Path, type Report } from "@/lib/content/check/report-at";
import { chainProblem, findDouble, wordsOf } from "@/lib/content/check/trigger-graph";
import type { Case } from "@/lib/content/parse";
import type { Lexicon } from "@/lib/content/schemas/case";
import type { Condition, Leaf } from "@/lib/content/schemas/condition";
import type { SharedTrigger, Trigger } from "@/lib/content/schemas/interviewer";
import { ALL_CHECKS } from "@/lib/design/board-checks/check-board";
import { ALL_RULES } from "@/lib/design/contradictions/all-rules";
import { isOffered } from "@/lib/design/design";
import { DESIGNS } from "@/lib/design/designs";
import { BOARD_KINDS } from "@/lib/interview/board";
import { RESERVED_PREFIXES } from "@/lib/interview/interviewer/prompt-ids";
import { withShared } from "@/lib/interview/interviewer/shared-triggers";

/** What can be said in one breath. */
export const MOST_QUESTION_WORDS = 40;

const BOARD: readonly string[] = BOARD_KINDS;
const FINDINGS: readonly string[] = [...ALL_RULES, ...ALL_CHECKS].map(({ id }) => id);
/** Leaves that are about one case: the shared script knows no such ids. */
const OF_ONE_CASE = ["pointBelow", "pointAtLeast", "factNotAsked", "decision"];

/** What a script's conditions may name; `ofCase` is null for the shared script. */
type Known = {
  lexicon: Lexicon;
  ofCase: { points: ReadonlySet<string>; facts: ReadonlySet<string>; world: Case["meta"]["world"] } | null;
};

function checkLeaf(leaf: Leaf, path: Path, { lexicon, ofCase }: Known, report: Report): void {
  const foreign = OF_ONE_CASE.find((name) => name in leaf);
  if (!ofCase && foreign) report([...path, foreign], `${foreign} names something of one case.`);
  if ("said" in leaf) checkConcepts(leaf.said, [...path, "said"], lexicon, report);
  if ("before" in leaf && leaf.before) checkConcepts(leaf.before, [...path, "before"], lexicon, report);
  if ("missing" in leaf) checkConcepts(leaf.missing, [...path, "missing"], lexicon, report);
  if ("finding" in leaf)
    leaf.finding.forEach((id, index) => {
      if (!FINDINGS.includes(id)) report([...path, "finding", index], `${id} is no rule of lib/design.`);
    });
  if ("boardHas" in leaf)
    leaf.boardHas.forEach((kind, index) => {
      if (!BOARD.includes(kind)) report([...path, "boardHas", index], `${kind} is no kind of node.`);
    });
  if (!ofCase) return;
  if ("pointBelow" in leaf && !ofCase.points.has(leaf.pointBelow))
    report([...path, "pointBelow"], `${leaf.pointBelow} is no point of rubric.yaml.`);
  if ("pointAtLeast" in leaf && !ofCase.points.has(leaf.pointAtLeast))
    report([...path, "pointAtLeast"], `${leaf.pointAtLeast} is no point of rubric.yaml.`);
  if ("factNotAsked" in leaf && !ofCase.facts.has(leaf.factNotAsked))
    report([...path, "factNotAsked"], `${leaf.factNotAsked} is no fact of this file.`);
  if ("decision" in leaf) checkDecision(ofCase.world, leaf, path, report);
}

/** Decisions are those of the world's design, and their values those that can be chosen. */
function checkDecision(
  world: Case["meta"]["world"],
  { decision, is }: { decision: string; is: string[] },
  path: Path,
  report: Report,
): void {
  const { fields } = DESIGNS[world];
  if (!fields.some(({ id }) => id === decision)) {
    const ids = fields.map(({ id }) => id).join(", ");
    report([...path, "decision"], `${decision} is no decision of the ${world} world. It has: ${ids}.`);
    return;
  }
  is.forEach((value, index) => {
    if (!isOffered(fields, decision, value))
      report([...path, "is", index], `${value} is no value of ${decision}.`);
  });
}

function checkCondition(condition: Condition | undefined, path: Path, known: Known, report: Report): void {
  if (!condition) return;
  for (const { leaf, path: at } of conditionLeaves(condition, [...path])) checkLeaf(leaf, at, known, report);
  const why = neverHolds(condition);
  if (why) report(path, `This never holds: ${why}.`);
}

/** The rules that hold for a trigger of either file. `all` are the triggers that an interview can meet. */
function checkTrigger(
  trigger: SharedTrigger,
  path: Path,
  all: readonly SharedTrigger[],
  known: Known,
  report: Report,
): void {
  checkCondition(trigger.when, [...path, "when"], known, report);
  checkCondition(trigger.enough, [...path, "enough"], known, report);
  const prefix = RESERVED_PREFIXES.find((reserved) => trigger.id.startsWith(reserved));
  if (prefix) report([...path, "id"], `Ids that begin with ${prefix} are the interviewer's own.`);
  const words = wordsOf(trigger.question).length;
  if (words > MOST_QUESTION_WORDS)
    report([...path, "question"], `${words} words; what is spoken has at most ${MOST_QUESTION_WORDS}.`);
  const broken = chainProblem(trigger, all);
  if (broken) report([...path, "after"], broken);
  const double = findDouble(trigger, all);
  if (double) report([...path, "question"], `It asks nearly what ${double} asks.`);
}

/** A case's interviewer.yaml, with what it makes of the shared triggers. */
export function checkScript(
  { meta, rubric, interviewer }: Case,
  { lexicon, shared }: { lexicon: Lexicon; shared: readonly SharedTrigger[] },
  report: Report,
): void {
  const points = new Set(rubric.points.map((point) => point.id));
  const facts = new Set(interviewer.facts.map((fact) => fact.id));
  const known: Known = { lexicon, ofCase: { points, facts, world: meta.world } };
  const all = withShared(interviewer, shared).triggers;
  checkUnique("facts", interviewer.facts, report);
  checkUnique("triggers", interviewer.triggers, report);
  checkUnique("twists", interviewer.twists, report);
  interviewer.triggers.forEach((trigger, index) => {
    const path = ["triggers", index];
    checkTrigger(trigger, path, all, known, report);
    checkOwn(trigger, path, { points, shared }, report);
  });
  interviewer.twists.forEach((twist, index) => {
    checkCondition(twist.when, ["twists", index, "when"], known, report);
  });
  checkUse(interviewer.shared, { points, shared }, report);
  for (const trigger of all.filter(({ id }) => isShared(id, { points, shared }))) {
    const broken = chainProblem(trigger, all);
    if (broken) report(["shared", "silenced"], `${trigger.id}: ${broken}`);
  }
}

type Names = { points: ReadonlySet<string>; shared: readonly SharedTrigger[] };
const isShared = (id: string, { shared }: Names): boolean => shared.some((trigger) => trigger.id === id);

function checkOwn(trigger: Trigger, path: Path, names: Names, report: Report): void {
  if (isShared(trigger.id, names)) report([...path, "id"], "A shared trigger has this id.");
  trigger.probes.forEach((point, position) => {
    if (!names.points.has(point))
      report([...path, "probes", position], `${point} is no point of rubric.yaml.`);
  });
  trigger.insteadOf.forEach((id, position) => {
    if (!isShared(id, names)) report([...path, "insteadOf", position], `${id} is no shared trigger.`);
  });
}

function checkUse({ probes, silenced }: Case["interviewer"]["shared"], names: Names, report: Report): void {
  silenced.forEach((id, index) => {
    if (!isShared(id, names)) report(["shared", "silenced", index], `${id} is no shared trigger.`);
  });
  for (const [id, points] of Object.entries(probes)) {
    if (!isShared(id, names)) report(["shared", "probes", id], `${id} is no shared trigger.`);
    points.forEach((point, index) => {
      if (!names.points.has(point))
        report(["shared", "probes", id, index], `${point} is no point of rubric.yaml.`);
    });
  }
}

/** content/interviewer.yaml by itself. */
export function checkSharedTriggers(
  shared: readonly SharedTrigger[],
  lexicon: Lexicon,
  report: Report,
): void {
  checkUnique("triggers", shared, report);
  shared.forEach((trigger, index) => {
    checkTrigger(trigger, ["triggers", index], shared, { lexicon, ofCase: null }, report);
  });
}
