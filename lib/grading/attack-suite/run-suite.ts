/**
 * Throws every attack at every stage of a rubric and holds what it earns against the bounds that the grader promises.
 * Pure and seeded: the same rubric and the same answer give the same outcome.
 */
import { STAGES, type Stage } from "@/lib/framework/stages";
import { ATTACKS, type Attack, HELD_OUT, INJECTIONS, sentencesOf } from "@/lib/grading/attack-suite/attacks";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { Answers } from "@/lib/grading/types";
import { createRandom } from "@/lib/random";

const KEYWORDS = 0.4;
const SHUFFLED = 0.6;
const NEGATED = 0.45;
const ECHO = 0.1;
const INJECTED = 0.05;
/** Both halves still say what they say. */
const HALVES_SWAPPED = 0.8;
/** One stage may lie this much above the bound of the mean. */
const STAGE_SLACK = 0.2;
const HONEST = { all: 0.9, half: [0.4, 0.75] } as const;

export type Target = {
  rubric: PreparedRubric;
  points: readonly { stage: Stage; text: string; exemplars: readonly string[] }[];
  prompt: string;
  hints: Partial<Record<Stage, readonly string[]>>;
  /** The best model answer of the case. */
  answer: Answers;
};

/**
 * What an attack earned, as a share of each stage's points, and how that stands to what it may earn: at most, at least, or
 * (for half of the sentences) a range.
 */
export type Outcome = {
  attack: string;
  mean: number;
  least: number;
  most: number;
  bound: number;
  /** What the bound asks for, in the words of a table. */
  rule: string;
  holds: boolean;
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function earnings(rubric: PreparedRubric, textOf: (stage: Stage) => string): number[] {
  return STAGES.map(
    (stage) => gradeAnswers(rubric, { [stage]: textOf(stage) }, { only: stage }).stages[stage].value,
  );
}

function boundOf(name: string): number {
  if (name.startsWith("keywords")) return KEYWORDS;
  return name.startsWith("shuffled") ? SHUFFLED : NEGATED;
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
  const heldOut = Object.entries(HELD_OUT).map(([name, attack]) => {
    const values = earnings(target.rubric, (stage) => apply(attack, name, stage, exemplars(stage)));
    return atMost(name, values, name.startsWith("keywords") ? KEYWORDS : HALVES_SWAPPED, 1);
  });
  return [...honest(target), ...attacked, ...heldOut, ...shownTexts(target), ...injections(target)];
}

const pointsOf = ({ points }: Target, stage: Stage) => points.filter((point) => point.stage === stage);

const apply = (attack: Attack, name: string, stage: Stage, sentences: readonly string[]): string =>
  attack(sentences, createRandom(`${name} ${stage}`));

type Verdict = Pick<Outcome, "bound" | "rule" | "holds">;

const outcome = (attack: string, values: readonly number[], verdict: Verdict): Outcome => ({
  attack,
  mean: mean(values),
  least: Math.min(...values),
  most: Math.max(...values),
  ...verdict,
});

const atMost = (attack: string, values: readonly number[], bound: number, slack: number): Outcome =>
  outcome(attack, values, {
    bound,
    rule: `at most ${bound}`,
    holds: mean(values) <= bound && Math.max(...values) <= bound + slack,
  });

/** What the candidate was shown earns nothing when it is pasted back. */
const shownTexts = (target: Target): Outcome[] => [
  atMost(
    "the prompt, pasted back",
    earnings(target.rubric, () => target.prompt),
    ECHO,
    0,
  ),
  atMost(
    "the points' own texts",
    earnings(target.rubric, (stage) =>
      pointsOf(target, stage)
        .map(({ text }) => text)
        .join(" "),
    ),
    ECHO,
    1,
  ),
  atMost(
    "the hints, pasted back",
    earnings(target.rubric, (stage) => (target.hints[stage] ?? []).join(" ")),
    ECHO,
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
      INJECTED,
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
  const [low, high] = HONEST.half;
  return [
    outcome("all exemplars of a stage", all, {
      bound: HONEST.all,
      rule: `at least ${HONEST.all}`,
      holds: Math.min(...all) >= HONEST.all,
    }),
    outcome("every second exemplar", half, {
      bound: high,
      rule: `${low} to ${high}`,
      holds: mean(half) >= low && mean(half) <= high,
    }),
  ];
}
