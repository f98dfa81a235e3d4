/**
 * The same attacks on the generic grader: each is made of the reference answers of a question and scored against them.
 * Bounds are those of the rubric grader, for the mean over questions.
 */
import {
  ATTACKS,
  type Attack,
  HELD_OUT,
  INJECTIONS,
  REORDERED,
  sentencesOf,
} from "@/lib/grading/attack-suite/attacks";
import {
  atMost,
  BOUNDS,
  boundOf,
  heldOutBoundOf,
  mean,
  type Outcome,
  outcome,
} from "@/lib/grading/attack-suite/outcomes";
import { tokenise } from "@/lib/grading/text/tokens";
import { createRandom } from "@/lib/random";

export type ReferenceQuestion = { question: string; references: readonly string[] };

/** With fewer content words the keywords of a reference are the answer, and there is nothing to shuffle. */
const LEAST_CONTENT_WORDS = 5;
const contentWords = (text: string) => tokenise(text).filter(({ isFunction }) => !isFunction).length;

/** @param scoreOf what the grader gives an answer to a question, 0 to 1 */
export function referenceOutcomes(
  all: readonly ReferenceQuestion[],
  scoreOf: (question: ReferenceQuestion, answer: string) => number,
): Outcome[] {
  const questions = all.filter(({ references }) => contentWords(references[0] ?? "") >= LEAST_CONTENT_WORDS);
  const scores = (answerOf: (question: ReferenceQuestion) => string) =>
    questions.map((question) => scoreOf(question, answerOf(question)));
  const attacked = (name: string, attack: Attack) =>
    scores(({ question, references }) =>
      attack(sentencesOf(references[0] ?? ""), createRandom(`${name} ${question}`)),
    );
  const filled = ({ question }: ReferenceQuestion) =>
    `That is a good question. ${question} I have thought about it for a long time.`;
  const itself = scores(({ references }) => references[0] ?? "");
  return [
    outcome("the reference itself", itself, {
      bound: BOUNDS.all,
      rule: `at least ${BOUNDS.all}`,
      holds: mean(itself) >= BOUNDS.all,
    }),
    ...Object.entries(ATTACKS).map(([name, attack]) =>
      atMost(name, attacked(name, attack), boundOf(name), 1),
    ),
    ...Object.entries(REORDERED).map(([name, attack]) =>
      atMost(name, attacked(name, attack), BOUNDS.shuffled, 1),
    ),
    ...Object.entries(HELD_OUT).map(([name, attack]) => ({
      ...atMost(name, attacked(name, attack), heldOutBoundOf(name), 1),
      isHeldOut: true,
    })),
    atMost("the question, pasted back", scores(({ question }) => question), BOUNDS.echo, 1), // biome-ignore format: one row
    atMost("the question between filler", scores(filled), BOUNDS.echo, 1),
    atMost("text for the grader", scores(() => INJECTIONS.join("\n")), BOUNDS.injected, 1), // biome-ignore format: one row
  ];
}
