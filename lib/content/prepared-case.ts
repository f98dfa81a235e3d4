/**
 * A case with its script and rubric made ready for reading answers; done once per version of the content, and once for
 * each variant of it that a class has (decision 41).
 */
import { createHash } from "node:crypto";
import { type ClassContent, isEmpty } from "@/lib/classroom/class-content/schema";
import { withClassContent } from "@/lib/classroom/class-content/with-class-content";
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

/** A variant takes about 15 MB and half a second to prepare; the least recently used goes. */
const MOST_VARIANTS = 8;
type Variant = { found: Case; shared: SharedScript; ready: PreparedCase };
const variants = new Map<string, Variant>();

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

const caseOf = (slug: string): Case | undefined => listCases().find((candidate) => candidate.slug === slug);

function preparedOwn(found: Case): PreparedCase {
  const shared = loadSharedScript();
  const known = prepared.get(found);
  if (known?.shared === shared) return known;
  const ready = { ...prepareCase(found, loadLexicon(), shared), shared };
  prepared.set(found, ready);
  return ready;
}

function preparedVariant(found: Case, content: ClassContent): PreparedCase {
  const shared = loadSharedScript();
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("base64");
  const key = `${found.slug} ${hash}`;
  const known = variants.get(key);
  const ready =
    known?.found === found && known.shared === shared
      ? known.ready
      : prepareCase(withClassContent(found, content), loadLexicon(), shared);
  // The map's order is the order of last use.
  variants.delete(key);
  variants.set(key, { found, shared, ready });
  const oldest = variants.size > MOST_VARIANTS ? variants.keys().next().value : undefined;
  if (oldest !== undefined) variants.delete(oldest);
  return ready;
}

/**
 * Null for a case that is no longer there: its interviews go on without an interviewer.
 * @param content what a class has changed of it; null for the case's own
 */
export function preparedCase(slug: string, content: ClassContent | null = null): PreparedCase | null {
  const found = caseOf(slug);
  if (!found) return null;
  return content === null || isEmpty(content) ? preparedOwn(found) : preparedVariant(found, content);
}
