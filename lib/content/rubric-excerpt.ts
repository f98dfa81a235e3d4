/**
 * A few points of a case's rubric with the words that grading them needs, small enough to send to a browser: what a
 * figure grades a sentence with. The same points are graded the same way on both sides; against the whole rubric a
 * verdict may differ, since other points of the case are rivals for the same words.
 */
import type { Lexicon } from "@/lib/content/schemas/case";
import type { Rubric } from "@/lib/content/schemas/rubric";
import { annotate, compileConcepts, lexiconGroups } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";
import { loadCase, loadLexicon } from "./load";

export type RubricExcerpt = { rubric: Rubric; lexicon: Lexicon; prompt: string };

/** @throws when the case has no point of that id. */
export function rubricExcerpt(slug: string, pointIds: readonly string[]): RubricExcerpt {
  const { rubric, meta } = loadCase(slug);
  const points = pointIds.map((id) => {
    const point = rubric.points.find((candidate) => candidate.id === id);
    if (!point) throw new Error(`The case ${slug} has no point called ${id}.`);
    return point;
  });
  const texts = points.flatMap((point) => [
    point.text,
    point.why,
    ...point.exemplars,
    ...point.misconceptions.flatMap(({ text, feedback }) => [text, feedback]),
  ]);
  return {
    rubric: { version: rubric.version, points },
    lexicon: conceptsOf(
      [meta.prompt, ...texts],
      points.flatMap(({ mustMention }) => mustMention),
    ),
    prompt: meta.prompt,
  };
}

/**
 * A concept that none of these texts holds cannot be what an answer shares with them. It can still be how an answer's
 * words are counted, so a doubtful credit may move a little; tests/content/rubric-excerpt.test.ts bounds it.
 */
function conceptsOf(texts: readonly string[], always: readonly string[]): Lexicon {
  const lexicon = loadLexicon();
  const index = compileConcepts(lexiconGroups(lexicon));
  const used = new Set(always);
  for (const unit of texts.flatMap((text) => annotate(tokenise(text), index)))
    for (const concept of [...unit.concepts, ...unit.inner]) used.add(concept);
  return Object.fromEntries(Object.entries(lexicon).filter(([id]) => used.has(id)));
}
