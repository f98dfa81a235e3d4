/**
 * Checks a language model's wording of something that the script says. The model knows the field and is not told the
 * case's secrets, but it may guess them; in an exam a guess in the question is an answer given away. So no word that tells
 * something, no concept and no number may stand in it that neither the script's own sentence nor the conversation held.
 */

import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { stemOf, tokenise } from "@/lib/grading/text/tokens";
import type { PreparedInterviewer } from "./prepare";

export const MAX_QUESTION_WORDING = 300;
export const MAX_STATEMENT_WORDING = 200;
const MIN_WORDING = 10;
/** From this weight on a word tells something (lib/grading/text/word-ranks); numbers always do. */
const TELLING = 0.6;

/** What an interviewer says whatever the subject is. */
const MANNERS = new Set(
  `explain describe justify elaborate clarify curious wonder interested walk detail specific concrete exact mention
  sentence minute moment pause briefly okay fine thanks thank please sorry earlier thought think thinking worry convince
  understand follow hear tell talk discuss approach choice choose decision decide happen before after previous next further
  like sound bring back interrupt stop continue`
    .split(/\s+/)
    .map(stemOf),
);

/** Concepts, telling stems and numbers of a text. */
function unitsOf(text: string, concepts: ConceptIndex): Set<string> {
  const tokens = tokenise(text);
  const units = new Set<string>();
  for (const { concepts: whole, inner, stems } of annotate(tokens, concepts)) {
    if (stems.every((stem) => MANNERS.has(stem))) continue;
    for (const concept of [...whole, ...inner]) units.add(`concept ${concept}`);
  }
  for (const { isNumber, stem, weight } of tokens) {
    if (isNumber) units.add(`number ${stem}`);
    else if (weight >= TELLING && !MANNERS.has(stem)) units.add(`word ${stem}`);
  }
  return units;
}

export type Secrets = { concepts: ConceptIndex; units: ReadonlySet<string> };

/** Everything that a case's rubric and script hold and a candidate is not shown. Once per case. */
export function secretsOf({ script, concepts }: PreparedInterviewer, { points }: PreparedRubric): Secrets {
  const texts = [
    ...points.flatMap((point) => [point.text, point.why, ...point.exemplars, ...point.aliases.flat()]),
    ...script.facts.flatMap((fact) => [fact.answer, fact.ifNeverAsked]),
    ...script.twists.flatMap((twist) => [twist.announce, twist.change, ...twist.adaptedBy]),
  ];
  return { concepts, units: new Set(texts.flatMap((text) => [...unitsOf(text, concepts)])) };
}

/** Says whether a text, or the beginning of one, gives something away. */
export type LeakCheck = (text: string) => boolean;

/** @param known everything that the candidate has written and been told, and the script's own sentence */
export function leakCheck({ concepts, units }: Secrets, known: readonly string[]): LeakCheck {
  const allowed = new Set(known.flatMap((text) => [...unitsOf(text, concepts)]));
  return (text) =>
    [...unitsOf(text, concepts)].some(
      (unit) => !allowed.has(unit) && (units.has(unit) || unit.startsWith("number ")),
    );
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A question is one question; a statement asks nothing. Neither is a list, a link or several paragraphs. */
export function isSoundWording(text: string, kind: "question" | "statement"): boolean {
  const limit = kind === "question" ? MAX_QUESTION_WORDING : MAX_STATEMENT_WORDING;
  if (text.length < MIN_WORDING || text.length > limit || /[\n<>`{}|]|https?:/.test(text)) return false;
  return kind === "question" ? count(text, "?") === 1 && /\?["”’)]?$/.test(text) : !text.includes("?");
}
