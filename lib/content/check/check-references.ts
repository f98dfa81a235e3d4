/** Ids inside a case: unique where they are made, existing where they are used, each reported at its own line. */
import { linkProblem } from "@/lib/content/check/check-links";
import { conditionLeaves } from "@/lib/content/check/condition-leaves";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import type { Case, ContentFiles } from "@/lib/content/parse";
import type { Lexicon } from "@/lib/content/schemas/case";
import { positionIn } from "@/lib/content/yaml";
import { isOffered } from "@/lib/design/design";
import { DESIGNS } from "@/lib/design/designs";

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

export function checkReferences(
  found: Case,
  files: ContentFiles,
  lexicon: Lexicon,
  site: Site,
): ContentError[] {
  const errors: ContentError[] = [];
  const reportIn = (name: string): Report => {
    const file = `cases/${found.slug}/${name}`;
    const field = (path: Path) =>
      path
        .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
        .join("")
        .slice(1);
    return (path, message) =>
      errors.push({ file, ...positionIn(files.get(file) ?? "", path), field: field(path), message });
  };
  checkRubric(found, lexicon, site, reportIn("rubric.yaml"));
  checkInterviewer(found, lexicon, reportIn("interviewer.yaml"));
  return errors;
}

function checkRubric({ rubric }: Case, lexicon: Lexicon, site: Site, report: Report): void {
  checkUnique("points", rubric.points, report);
  rubric.points.forEach((point, index) => {
    if (!point.id.startsWith(`${point.stage}-`))
      report(["points", index, "id"], `The id starts with its stage: ${point.stage}-…`);
    checkConcepts(point.mustMention, ["points", index, "mustMention"], lexicon, report);
    const link = linkProblem(site, point.chapter, null);
    if (link) report(["points", index, "chapter"], link);
  });
}

function checkInterviewer({ meta, rubric, interviewer }: Case, lexicon: Lexicon, report: Report): void {
  const points = new Set(rubric.points.map((point) => point.id));
  const facts = new Set(interviewer.facts.map((fact) => fact.id));
  checkUnique("facts", interviewer.facts, report);
  checkUnique("triggers", interviewer.triggers, report);
  checkUnique("twists", interviewer.twists, report);
  const checkConditions = (list: "triggers" | "twists", index: number) => {
    const condition = interviewer[list][index]?.when;
    if (!condition) return;
    for (const { leaf, path } of conditionLeaves(condition, [list, index, "when"])) {
      if ("pointBelow" in leaf && !points.has(leaf.pointBelow))
        report([...path, "pointBelow"], `${leaf.pointBelow} is no point of rubric.yaml.`);
      if ("pointAtLeast" in leaf && !points.has(leaf.pointAtLeast))
        report([...path, "pointAtLeast"], `${leaf.pointAtLeast} is no point of rubric.yaml.`);
      if ("factNotAsked" in leaf && !facts.has(leaf.factNotAsked))
        report([...path, "factNotAsked"], `${leaf.factNotAsked} is no fact of this file.`);
      if ("decision" in leaf) checkDecision(meta.world, leaf, path, report);
      if ("said" in leaf) checkConcepts(leaf.said, [...path, "said"], lexicon, report);
      if ("missing" in leaf) checkConcepts(leaf.missing, [...path, "missing"], lexicon, report);
    }
  };
  interviewer.triggers.forEach((trigger, index) => {
    checkConditions("triggers", index);
    trigger.probes.forEach((point, position) => {
      if (!points.has(point))
        report(["triggers", index, "probes", position], `${point} is no point of rubric.yaml.`);
    });
  });
  interviewer.twists.forEach((_, index) => {
    checkConditions("twists", index);
  });
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
    const known = fields.map(({ id }) => id).join(", ");
    report([...path, "decision"], `${decision} is no decision of the ${world} world. It has: ${known}.`);
    return;
  }
  is.forEach((value, index) => {
    if (!isOffered(fields, decision, value))
      report([...path, "is", index], `${value} is no value of ${decision}.`);
  });
}

/** Literal words are allowed beside concepts, but words joined by dashes are meant as an id. */
function checkConcepts(concepts: readonly string[], path: Path, lexicon: Lexicon, report: Report): void {
  concepts.forEach((concept, index) => {
    const looksLikeId = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(concept);
    if (looksLikeId && !Object.hasOwn(lexicon, concept)) {
      report([...path, index], `${concept} is not in lexicon.yaml; for literal words use spaces.`);
    }
  });
}

function checkUnique(list: string, items: readonly { id: string }[], report: Report): void {
  items.forEach(({ id }, index) => {
    if (items.findIndex((other) => other.id === id) < index)
      report([list, index, "id"], `Another of the ${list} has the id ${id}.`);
  });
}
