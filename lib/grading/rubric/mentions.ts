/** Whether a concept (an id of the lexicon, or a literal word) was said, read with the grader's own annotation. */
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { type Token, tokenise } from "@/lib/grading/text/tokens";

/** Every concept id and content stem of a token list. */
export function conceptsIn(tokens: readonly Token[], concepts: ConceptIndex): Set<string> {
  const said = new Set<string>();
  for (const unit of annotate(tokens, concepts)) {
    for (const concept of unit.concepts) said.add(concept);
    for (const concept of unit.inner) said.add(concept);
    for (const stem of unit.stems) said.add(`=${stem}`);
  }
  return said;
}

/** Whether `wanted` is among what `conceptsIn` found; an id that the lexicon lacks is read as literal words. */
export function isSaid(wanted: string, said: ReadonlySet<string>): boolean {
  if (said.has(wanted)) return true;
  const stems = tokenise(wanted).map((token) => `=${token.stem}`);
  return stems.length > 0 && stems.every((stem) => said.has(stem));
}
