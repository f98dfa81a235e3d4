/** A case with its script and rubric made ready for reading answers; done once per version of the content. */
import { type PreparedRules, prepareRules } from "@/lib/design/contradictions/find-contradictions";
import type { World } from "@/lib/design/designs";
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import { type PreparedInterviewer, prepareInterviewer } from "@/lib/interview/interviewer/prepare";
import { withShared } from "@/lib/interview/interviewer/shared-triggers";
import { listCases, loadLexicon, loadSharedScript } from "./load";
import type { Case } from "./parse";
import type { Lexicon } from "./schemas/case";
import type { InterviewerScript, SharedScript } from "./schemas/interviewer";

export type PreparedCase = {
  world: World;
  interviewer: PreparedInterviewer;
  rubric: PreparedRubric;
  rules: PreparedRules;
};

// The loader gives the same objects until a file changes.
const prepared = new WeakMap<Case, PreparedCase & { shared: SharedScript }>();

/** Sentences that a candidate is shown: pasted back, they earn nothing. */
const shownSentences = ({ meta, rubric }: Case, script: InterviewerScript): string[] => [
  ...Object.values(meta.hints).flatMap((hints) => hints ?? []),
  ...script.triggers.map(({ question }) => question),
  ...script.twists.flatMap(({ announce, check }) => [announce, check]),
  ...rubric.points.flatMap(({ followUps }) => followUps),
];

/** Reads nothing and remembers nothing: for a case that was parsed already. */
export function prepareCase(found: Case, lexicon: Lexicon, shared: SharedScript): PreparedCase {
  const script = withShared(found.interviewer, shared.triggers);
  const { prompt } = found.meta;
  return {
    world: found.meta.world,
    rules: prepareRules(lexicon),
    interviewer: prepareInterviewer(script, lexicon, { points: found.rubric.points, words: shared.words }),
    rubric: prepareRubric(found.rubric, lexicon, { prompt, shown: shownSentences(found, script) }),
  };
}

/** Null for a case that is no longer there: its interviews go on without an interviewer. */
export function preparedCase(slug: string): PreparedCase | null {
  const found = listCases().find((candidate) => candidate.slug === slug);
  if (!found) return null;
  const shared = loadSharedScript();
  const known = prepared.get(found);
  if (known?.shared === shared) return known;
  const ready = { ...prepareCase(found, loadLexicon(), shared), shared };
  prepared.set(found, ready);
  return ready;
}
