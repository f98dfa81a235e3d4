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

/** What an attack earned, as a share of each stage's points, where that is not what it should. */
export type Breach = { attack: string; mean: number; most: number; bound: number };

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

/** Every attack that earns more than its bound; empty when the grader holds. */
export function runAttackSuite(target: Target): Breach[] {
  const exemplars = (stage: Stage) => pointsOf(target, stage).map((point) => point.exemplars[0] ?? "");
  const sources: [string, (stage: Stage) => string[]][] = [
    ["exemplars", exemplars],
    ["the model answer", (stage) => sentencesOf(target.answer[stage] ?? "")],
  ];
  const attacked = sources.flatMap(([source, sentences]) =>
    Object.entries(ATTACKS).map(([name, attack]) => {
      const values = earnings(target.rubric, (stage) => apply(attack, name, stage, sentences(stage)));
      return breach(`${name}, from ${source}`, values, boundOf(name), STAGE_SLACK);
    }),
  );
  const heldOut = Object.entries(HELD_OUT).map(([name, attack]) => {
    const values = earnings(target.rubric, (stage) => apply(attack, name, stage, exemplars(stage)));
    return breach(name, values, name.startsWith("keywords") ? KEYWORDS : HALVES_SWAPPED, 1);
  });
  return [...attacked, ...heldOut, ...shownTexts(target), ...injections(target), ...honest(target)].flatMap(
    (found) => found ?? [],
  );
}

const pointsOf = ({ points }: Target, stage: Stage) => points.filter((point) => point.stage === stage);

const apply = (attack: Attack, name: string, stage: Stage, sentences: readonly string[]): string =>
  attack(sentences, createRandom(`${name} ${stage}`));

function breach(attack: string, values: readonly number[], bound: number, slack: number): Breach | null {
  const [average, most] = [mean(values), Math.max(...values)];
  return average <= bound && most <= bound + slack ? null : { attack, mean: average, most, bound };
}

/** What the candidate was shown earns nothing when it is pasted back. */
const shownTexts = (target: Target): (Breach | null)[] => [
  breach(
    "the prompt, pasted back",
    earnings(target.rubric, () => target.prompt),
    ECHO,
    0,
  ),
  breach(
    "the points' own texts",
    earnings(target.rubric, (stage) =>
      pointsOf(target, stage)
        .map(({ text }) => text)
        .join(" "),
    ),
    ECHO,
    1,
  ),
  breach(
    "the hints, pasted back",
    earnings(target.rubric, (stage) => (target.hints[stage] ?? []).join(" ")),
    ECHO,
    1,
  ),
];

/** Text for the grader earns nothing and is flagged. */
function injections({ rubric }: Target): (Breach | null)[] {
  const unflagged = INJECTIONS.filter(
    (text) =>
      !gradeAnswers(rubric, { data: text }).flags.some((flag) => flag.includes("speaks to the grader")),
  );
  return [
    breach(
      "text for the grader",
      earnings(rubric, () => INJECTIONS.join("\n")),
      INJECTED,
      0,
    ),
    ...unflagged.map((text) => ({ attack: `not flagged: ${text}`, mean: 0, most: 0, bound: 0 })),
  ];
}

/** The sentences that the attacks are made of do earn their points, and half of them about half. */
function honest(target: Target): (Breach | null)[] {
  const exemplars = (stage: Stage) => pointsOf(target, stage).map((point) => point.exemplars[0] ?? "");
  const all = earnings(target.rubric, (stage) => exemplars(stage).join(" "));
  const half = earnings(target.rubric, (stage) =>
    exemplars(stage)
      .filter((_, index) => index % 2 === 0)
      .join(" "),
  );
  const [low, high] = HONEST.half;
  const outcome = (attack: string, values: readonly number[], isFine: boolean, bound: number) =>
    isFine ? null : { attack, mean: mean(values), most: Math.max(...values), bound };
  return [
    outcome("all exemplars of a stage earn too little", all, Math.min(...all) >= HONEST.all, HONEST.all),
    outcome(
      "every second exemplar earns not about half",
      half,
      mean(half) >= low && mean(half) <= high,
      high,
    ),
  ];
}
