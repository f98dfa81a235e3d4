/**
 * Throws every attack at every stage of a rubric and holds what it earns against the bounds that the grader promises.
 * Pure and seeded: the same rubric and the same answer give the same outcome.
 */
import { STAGES, type Stage } from "@/lib/framework/stages";
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
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { Answers } from "@/lib/grading/types";
import { createRandom } from "@/lib/random";

/** One stage may lie this much above the bound of the mean. */
const STAGE_SLACK = 0.2;

export type Target = {
  rubric: PreparedRubric;
  points: readonly { stage: Stage; text: string; exemplars: readonly string[] }[];
  prompt: string;
  hints: Partial<Record<Stage, readonly string[]>>;
  /** The best model answer of the case. */
  answer: Answers;
};

function earnings(rubric: PreparedRubric, textOf: (stage: Stage) => string): number[] {
  return STAGES.map(
    (stage) => gradeAnswers(rubric, { [stage]: textOf(stage) }, { only: stage }).stages[stage].value,
  );
}

/** Every attack that earns what it should not; empty when the grader holds. */
export const runAttackSuite = (target: Target): Outcome[] =>
  attackOutcomes(target).filter(({ holds }) => !holds);

/** Everything that is tried, and what came of it. */
export function attackOutcomes(target: Target): Outcome[] {
  const exemplars = (stage: Stage) => pointsOf(target, stage).map((point) => point.exemplars[0] ?? "");
  const sources: [string, (stage: Stage) => string[]][] = [
    ["exemplars", exemplars],
    ["the model answer", (stage) => sentencesOf(target.answer[stage] ?? "")],
  ];
  const attacked = sources.flatMap(([source, sentences]) =>
    Object.entries(ATTACKS).map(([name, attack]) => {
      const values = earnings(target.rubric, (stage) => apply(attack, name, stage, sentences(stage)));
      return atMost(`${name}, from ${source}`, values, boundOf(name), STAGE_SLACK);
    }),
  );
  const reordered = Object.entries(REORDERED).map(([name, attack]) => {
    const values = earnings(target.rubric, (stage) => apply(attack, name, stage, exemplars(stage)));
    return atMost(name, values, BOUNDS.shuffled, STAGE_SLACK);
  });
  const heldOut = Object.entries(HELD_OUT).map(([name, attack]) => {
    const values = earnings(target.rubric, (stage) => apply(attack, name, stage, exemplars(stage)));
    return { ...atMost(name, values, heldOutBoundOf(name), 1), isHeldOut: true };
  });
  return [
    ...honest(target),
    ...attacked,
    ...reordered,
    ...heldOut,
    ...shownTexts(target),
    ...injections(target),
  ];
}

const pointsOf = ({ points }: Target, stage: Stage) => points.filter((point) => point.stage === stage);

const apply = (attack: Attack, name: string, stage: Stage, sentences: readonly string[]): string =>
  attack(sentences, createRandom(`${name} ${stage}`));

/** What the candidate was shown earns nothing when it is pasted back. */
const shownTexts = (target: Target): Outcome[] => [
  atMost(
    "the prompt, pasted back",
    earnings(target.rubric, () => target.prompt),
    BOUNDS.echo,
    0,
  ),
  atMost(
    "the points' own texts",
    earnings(target.rubric, (stage) =>
      pointsOf(target, stage)
        .map(({ text }) => text)
        .join(" "),
    ),
    BOUNDS.echo,
    1,
  ),
  atMost(
    "the hints, pasted back",
    earnings(target.rubric, (stage) => (target.hints[stage] ?? []).join(" ")),
    BOUNDS.echo,
    1,
  ),
];

/** Text for the grader earns nothing and is flagged. */
function injections({ rubric }: Target): Outcome[] {
  const isFlagged = (text: string) =>
    gradeAnswers(rubric, { data: text }).flags.some((flag) => flag.includes("speaks to the grader"));
  return [
    atMost(
      "text for the grader",
      earnings(rubric, () => INJECTIONS.join("\n")),
      BOUNDS.injected,
      0,
    ),
    ...INJECTIONS.map((text) =>
      outcome(`flagged: ${text}`, [isFlagged(text) ? 1 : 0], {
        bound: 1,
        rule: "flagged",
        holds: isFlagged(text),
      }),
    ),
  ];
}

/** The sentences that the attacks are made of do earn their points, and half of them about half. */
function honest(target: Target): Outcome[] {
  const exemplars = (stage: Stage) => pointsOf(target, stage).map((point) => point.exemplars[0] ?? "");
  const all = earnings(target.rubric, (stage) => exemplars(stage).join(" "));
  const half = earnings(target.rubric, (stage) =>
    exemplars(stage)
      .filter((_, index) => index % 2 === 0)
      .join(" "),
  );
  const [low, high] = BOUNDS.half;
  return [
    outcome("all exemplars of a stage", all, {
      bound: BOUNDS.all,
      rule: `at least ${BOUNDS.all}`,
      holds: Math.min(...all) >= BOUNDS.all,
    }),
    outcome("every second exemplar", half, {
      bound: high,
      rule: `${low} to ${high}`,
      holds: mean(half) >= low && mean(half) <= high,
    }),
  ];
}
