/** A case with its script and rubric made ready for reading answers; done once per version of the content. */
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import { type PreparedInterviewer, prepareInterviewer } from "@/lib/interview/interviewer/prepare";
import { listCases, loadLexicon } from "./load";
import type { Case } from "./parse";
import type { Lexicon } from "./schemas/case";

export type PreparedCase = { interviewer: PreparedInterviewer; rubric: PreparedRubric };

// The loader gives the same object until a file changes.
const prepared = new WeakMap<Case, PreparedCase>();

/** Sentences that a candidate is shown: pasted back, they earn nothing. */
const shownSentences = ({ meta, interviewer }: Case): string[] => [
  ...Object.values(meta.hints).flatMap((hints) => hints ?? []),
  ...interviewer.triggers.map(({ question }) => question),
  ...interviewer.twists.map(({ announce }) => announce),
];

/** Reads nothing and remembers nothing: for a case that was parsed already. */
export const prepareCase = (found: Case, lexicon: Lexicon): PreparedCase => ({
  interviewer: prepareInterviewer(found.interviewer, lexicon),
  rubric: prepareRubric(found.rubric, lexicon, { prompt: found.meta.prompt, shown: shownSentences(found) }),
});

/** Null for a case that is no longer there: its interviews go on without an interviewer. */
export function preparedCase(slug: string): PreparedCase | null {
  const found = listCases().find((candidate) => candidate.slug === slug);
  if (!found) return null;
  const known = prepared.get(found);
  if (known) return known;
  const ready = prepareCase(found, loadLexicon());
  prepared.set(found, ready);
  return ready;
}
