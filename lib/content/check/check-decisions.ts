/** Decisions: numbered without gaps in meaning, with the four sections, short enough to be read. */
import type { ContentError } from "@/lib/content/errors";
import { headingsOf } from "@/lib/content/markdown";
import { type ContentFiles, type Decision, parseDecisions } from "@/lib/content/parse";

const SECTIONS = ["Context", "Decision", "Alternatives", "Consequences"] as const;
const LINES = { least: 40, most: 80 } as const;

export function checkDecisions(files: ContentFiles): ContentError[] {
  const { value, errors } = parseDecisions(files);
  const decisions = value ?? [];
  return [...errors, ...decisions.flatMap((decision) => checkDecision(decision, decisions, files))];
}

function checkDecision(decision: Decision, all: readonly Decision[], files: ContentFiles): ContentError[] {
  const file = `decisions/${decision.id}.md`;
  const text = files.get(file) ?? "";
  const errors: ContentError[] = [];
  const report = (field: string, message: string) => errors.push({ file, line: 1, field, message });
  const { number, supersedes } = decision.meta;
  if (Number(decision.id.slice(0, 4)) !== number)
    report("number", `The file name says ${decision.id.slice(0, 4)}.`);
  if (all.filter((other) => other.meta.number === number).length > 1)
    report("number", `Two decisions have the number ${number}.`);
  const superseded = all.find((other) => other.meta.number === supersedes);
  if (supersedes !== undefined && superseded?.meta.status !== "superseded") {
    report("supersedes", `Decision ${supersedes} has to exist and have the status "superseded".`);
  }
  const headings = headingsOf(text)
    .filter((heading) => heading.depth === 2)
    .map((heading) => heading.text);
  if (headings.join() !== SECTIONS.join())
    report("headings", `A decision has the sections ${SECTIONS.join(", ")}.`);
  const lines = text.trimEnd().split("\n").length;
  if (lines < LINES.least || lines > LINES.most)
    report("lines", `${lines} lines; a decision has ${LINES.least} to ${LINES.most}.`);
  return errors;
}
