/** The whole card from graded answers, outcomes of attacks and times. Seeded: the same rows give the same card. */
import type { Outcome } from "@/lib/grading/attack-suite/outcomes";
import { fitLengthOnly, fitTokenOverlap } from "@/lib/grading/report-card/baselines";
import type { GradedAnswer } from "@/lib/grading/report-card/graded-answer";
import { byQuality, reliabilityRows, scorePoints } from "@/lib/grading/report-card/groups";
import { worstMisses } from "@/lib/grading/report-card/misses";
import { type Baselines, figuresOf, isMarkedTwice, type ScopeFigures } from "@/lib/grading/report-card/panel";
import { type GraderCard, graderCardSchema } from "@/lib/grading/report-card/schema";
import {
  fitShortBaselines,
  type GradedShortAnswer,
  shortFigures,
} from "@/lib/grading/report-card/short-answers";
import { createRandom } from "@/lib/random";

const SEED = "grader card";
const DRAWS = 1_000;
const MISSES_SHOWN = 5;

export const CONVENTIONS: readonly string[] = [
  "Test rows are the labelled answers with an even number; nothing is fitted on them. Tune rows are the odd ones.",
  "pearson and qwk compare the score of an answer (weighted mean of the credits of the points that were asked for) with the same mean of the marks; marks are the mean of the passes. qwk puts both on five grades, 0 to 4: the score times four, rounded.",
  "macroF1: points made or not, from 0.5 on, over all judgements. macroF1ThreeWay: the nearest of 0, 0.5 and 1, ties up.",
  "ece: mean gap of credit and mark in 10 bins of equal width, weighted by their rows. precision and recall: of credit of 0.5 or more, against points made.",
  "low and high: 95 % percentile intervals from 1,000 resamples of answers (short answers: of questions), seeded.",
  "lengthOnly: a rising curve from words to score, fitted on tune rows, one for answers to a stage and one for whole interviews; every point gets the score. tokenOverlap: a rising curve from the share of the words of a point's nearest exemplar to the mark.",
  "markers: pass a as judge of pass b. lead: grader minus lengthOnly on the same resamples. againstEachPass: the grader beside each pass alone.",
  "coverage80: share of answers whose markers' score lies in the 80 % interval of the grader's score.",
  "Short answers: accuracy cuts both sides at 0.5; marks are the mean of the passes.",
];

export type CardInput = {
  date: string;
  fingerprints: Readonly<Record<string, string>>;
  answers: readonly GradedAnswer[];
  /** The test answers by the grader as it is when fitted without their case. */
  leftOut: readonly GradedAnswer[];
  shortAnswers: readonly GradedShortAnswer[];
  attacks: { cases: Readonly<Record<string, readonly Outcome[]>>; shortAnswers: readonly Outcome[] };
  timing: GraderCard["timing"];
};

const slugsOf = (answers: readonly GradedAnswer[]) => [...new Set(answers.map(({ caseSlug }) => caseSlug))];

export const fitBaselines = (tune: readonly GradedAnswer[]): Baselines => ({
  lengthOnly: fitLengthOnly(tune),
  tokenOverlap: fitTokenOverlap(tune),
});

type Scopes = { together: ScopeFigures; cases: Record<string, ScopeFigures> };

/** The same figures of all answers and of each case alone. */
export function scopesOf(answers: readonly GradedAnswer[], baselines: Baselines, draws: number): Scopes {
  const figures = (rows: readonly GradedAnswer[], name: string) =>
    figuresOf(rows, baselines, createRandom(`${SEED} ${name}`), draws);
  const cases = slugsOf(answers).map((slug) => {
    const own = answers.filter(({ caseSlug }) => caseSlug === slug);
    return [slug, figures(own, slug)] as const;
  });
  return { together: figures(answers, "together"), cases: Object.fromEntries(cases) };
}

/** Test rows of each case; grader and baselines know the tune rows of the others alone. */
function leaveOneCaseOut(tune: readonly GradedAnswer[], test: readonly GradedAnswer[]) {
  return Object.fromEntries(
    slugsOf(test).map((slug) => {
      const others = tune.filter(({ caseSlug }) => caseSlug !== slug);
      const own = test.filter(({ caseSlug }) => caseSlug === slug);
      return [slug, figuresOf(own, fitBaselines(others), createRandom(SEED), 0)];
    }),
  );
}

function shortScopes(rows: readonly GradedShortAnswer[]) {
  const of = (split: "tune" | "test") => rows.filter(({ answer }) => answer.split === split);
  const [baselines, test] = [fitShortBaselines(of("tune")), of("test")];
  const figures = (own: readonly GradedShortAnswer[], name: string) =>
    shortFigures(own, baselines, createRandom(`${SEED} ${name}`), DRAWS);
  const domains = [...new Set(test.map(({ answer }) => answer.domain))].map((domain) => {
    const own = test.filter(({ answer }) => answer.domain === domain);
    return [domain, figures(own, domain)];
  });
  return { together: figures(test, "short answers"), domains: Object.fromEntries(domains) };
}

const DIGITS = 1e4;

/** Numbers rounded to four digits, those that do not exist as null; JSON has no others. */
function toJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? Math.round(value * DIGITS) / DIGITS : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, toJson(one)]])),
  );
}

export function composeCard({ answers, ...input }: CardInput): GraderCard {
  const tune = answers.filter(({ split }) => split === "tune");
  const test = answers.filter(({ split }) => split === "test");
  const baselines = fitBaselines(tune);
  const headline = scopesOf(test, baselines, DRAWS);
  return graderCardSchema.parse(
    toJson({
      bench: "grader-card",
      format: 1,
      date: input.date,
      fingerprints: input.fingerprints,
      conventions: CONVENTIONS,
      beatsLengthOnly: headline.together.beatsLengthOnly,
      passes: isMarkedTwice(answers) ? 2 : 1,
      test: headline,
      tune: scopesOf(tune, baselines, 0),
      leaveOneCaseOut: { note: LEFT_OUT, cases: leaveOneCaseOut(tune, input.leftOut) },
      byQuality: byQuality(test),
      scores: scorePoints(test),
      reliability: reliabilityRows(test),
      misses: worstMisses(test, MISSES_SHOWN),
      attacks: input.attacks,
      shortAnswers: shortScopes(input.shortAnswers),
      timing: input.timing,
    }),
  );
}

const LEFT_OUT =
  "Case left out: the grader’s coefficients and the baselines are fitted on the other cases alone, and judged on this one.";
