import { describe, expect, it } from "vitest";
import type { Point } from "@/lib/content/schemas/rubric";
import {
  agreementOf,
  estimatePanel,
  type Rated,
  toGrade,
  toThreeWay,
} from "@/lib/grading/report-card/agreement-of";
import { fitLengthOnly, fitTokenOverlap } from "@/lib/grading/report-card/baselines";
import { composeCard } from "@/lib/grading/report-card/compose-card";
import type { GradedAnswer, Judgement } from "@/lib/grading/report-card/graded-answer";
import { byQuality, reliabilityRows } from "@/lib/grading/report-card/groups";
import { worstMisses } from "@/lib/grading/report-card/misses";
import { figuresOf, surenessOf } from "@/lib/grading/report-card/panel";
import type { GradedShortAnswer } from "@/lib/grading/report-card/short-answers";
import { tokenOverlap } from "@/lib/grading/report-card/token-overlap";
import { scoreOf } from "@/lib/grading/rubric/score";
import type { Verdict } from "@/lib/grading/types";
import { createRandom } from "@/lib/random";

type Row = { credit: number; marks: number[]; weight?: number; verdict?: Verdict; overlap?: number };

const verdictOf = (credit: number): Verdict =>
  credit >= 0.8 ? "explained" : credit >= 0.5 ? "partly" : credit >= 0.2 ? "not-sure" : "missing";

function judgement({ credit, marks, weight = 1, verdict = verdictOf(credit), overlap = 0 }: Row, i: number) {
  const id = `data-point-${i}`;
  const wording = { text: `Point ${i}.`, exemplars: [] };
  const point = { id, stage: "data", level: "mid", weight, ...wording } as unknown as Point;
  const receipt = credit > 0 ? { part: "data" as const, start: 0, end: 4, quote: "word" } : null;
  const grade = { id, stage: "data", level: "mid", weight, verdict, credit, receipt, gate: null } as const;
  return { point, marks, overlap, grade: { ...grade, misconception: null } } satisfies Judgement;
}

function answer(number: number, rows: Row[], more: Partial<GradedAnswer> = {}): GradedAnswer {
  const judgements = rows.map(judgement);
  return {
    caseSlug: "a-case",
    id: `answer-${String(number).padStart(3, "0")}`,
    part: "data",
    quality: "mid",
    split: number % 2 === 0 ? "test" : "tune",
    text: "word ".repeat(more.words ?? 10).trim(),
    words: 10,
    judgements,
    score: scoreOf(judgements.map(({ grade }) => grade)),
    ...more,
  };
}

const RATED: Rated[] = [
  { score: 0.9, markScore: 1, credits: [0.95, 0.85], marks: [1, 1] },
  { score: 0.5, markScore: 0.25, credits: [0.8, 0.2], marks: [0.5, 0] },
  { score: 0.3, markScore: 0.5, credits: [0.6, 0], marks: [0, 1] },
  { score: 0, markScore: 0, credits: [0, 0], marks: [0, 0] },
];

describe("the figures of a judge", () => {
  const found = agreementOf(RATED);

  it("over answers are the correlation of scores and the kappa of five grades", () => {
    // numpy.corrcoef; sklearn.metrics.cohen_kappa_score([4, 2, 1, 0], [4, 1, 2, 0], weights="quadratic")
    expect(found.pearson).toBeCloseTo(0.891901744479, 10);
    expect(found.qwk).toBeCloseTo(0.885714285714, 10);
  });

  it("over points are macro-F1 in two and three classes, calibration error, precision and recall", () => {
    // sklearn.metrics.f1_score over [1, 1, 1, 0, 0, 1, 0, 0] and [1, 1, 1, 0, 1, 0, 0, 0]
    expect(found.macroF1).toBeCloseTo(0.75, 10);
    expect(found.macroF1ThreeWay).toBeCloseTo(0.472222222222, 10);
    expect(found.precision).toBeCloseTo(0.75, 10);
    expect(found.recall).toBeCloseTo(0.75, 10);
    expect(found.ece).toBeCloseTo(0.2875, 10);
  });

  it("round scores to grades of 0 to 4, and credits to the nearest of three, ties up", () => {
    expect([0, 0.12, 0.125, 0.5, 0.88, 1].map(toGrade)).toEqual([0, 0, 1, 2, 4, 4]);
    expect([0, 0.24, 0.25, 0.74, 0.75, 1].map(toThreeWay)).toEqual([0, 0, 0.5, 0.5, 1, 1]);
  });

  it("lead over themselves by nothing, whichever answers are drawn", () => {
    const lead = { of: "a", over: "b", metric: "qwk" } as const;
    const { judges, leads } = estimatePanel({ a: RATED, b: RATED }, [lead], createRandom("seed"), 100);
    expect(leads).toEqual([{ value: 0, low: 0, high: 0 }]);
    expect(judges.a.precision.low).toBeLessThanOrEqual(0.75);
    expect(judges.a.precision.high).toBeGreaterThanOrEqual(0.75);
  });
});

describe("the baselines", () => {
  const tune = [5, 10, 20, 40].map((words, i) =>
    answer(2 * i + 1, [{ credit: 0, marks: [i / 3], overlap: i / 4 }], { words }),
  );

  it("know length as a rising curve, one for a stage and one for a whole interview", () => {
    const whole = [300, 900].map((words, i) =>
      answer(9 + 2 * i, [{ credit: 0, marks: [i] }], { words, part: "whole" }),
    );
    const judge = fitLengthOnly([...tune, ...whole]);
    const give = (words: number, part: "data" | "whole") =>
      judge(
        answer(
          2,
          [
            { credit: 0, marks: [0] },
            { credit: 0, marks: [0] },
          ],
          { words, part },
        ),
      );
    const given = [1, 5, 10, 15, 20, 40, 400].map((words) => give(words, "data")[0] ?? Number.NaN);
    expect(given).toEqual([...given].sort((a, b) => a - b));
    expect(give(10, "data")).toEqual([1 / 3, 1 / 3]);
    expect(give(40, "data")[0]).toBeGreaterThan(give(300, "whole")[0] ?? 1);
  });

  it("know overlap point by point", () => {
    const given = fitTokenOverlap(tune)(
      answer(2, [
        { credit: 1, marks: [0], overlap: 0.5 },
        { credit: 1, marks: [0] },
      ]),
    );
    expect(given[0]).toBeCloseTo(2 / 3, 10);
    expect(given[1]).toBeLessThan(0.5);
  });

  it("count a share of a key's content words, whatever their form", () => {
    expect(tokenOverlap("We split the examples by time", "Splitting by time, then training")).toBeCloseTo(
      2 / 3,
      10,
    );
    expect(tokenOverlap("the of", "anything")).toBe(0);
  });
});

describe("the grader on its panel", () => {
  const rows = (credit: number, mark: number): Row[] => [
    { credit, marks: [mark, mark] },
    { credit: credit / 2, marks: [mark / 2, mark / 2] },
  ];
  const answers = [0.1, 0.4, 0.7, 1].map((mark, i) =>
    answer(2 * i + 2, rows(mark, mark), { words: 10 * (4 - i) }),
  );
  const constant = { lengthOnly: () => [0.5, 0.5], tokenOverlap: () => [0.2, 0.2] };
  const byWords = {
    lengthOnly: ({ words }: GradedAnswer) => [words / 40, words / 40],
    tokenOverlap: () => [0.2, 0.2],
  };

  it("beats length only when both figures are higher, and not when one does not exist", () => {
    expect(figuresOf(answers, byWords, createRandom("a"), 0).beatsLengthOnly).toBe(true);
    expect(figuresOf(answers, constant, createRandom("a"), 0).beatsLengthOnly).toBe(false);
  });

  it("stands beside two passes, or one", () => {
    const once = answers.map((one) => ({
      ...one,
      judgements: one.judgements.map((row) => ({ ...row, marks: row.marks.slice(0, 1) })),
    }));
    const [two, single] = [answers, once].map((all) => figuresOf(all, byWords, createRandom("a"), 10));
    expect(two?.judges.markers?.pearson.value).toBeCloseTo(1, 10);
    expect(two?.againstEachPass).toHaveLength(2);
    expect(single?.judges.markers).toBeUndefined();
    expect(single?.againstEachPass).toHaveLength(1);
    expect(single?.judges.grader?.pearson.value).toBeCloseTo(1, 10);
  });

  it("says how often it is sure, and how right it then is", () => {
    const some = [
      answer(2, [
        { credit: 0.9, marks: [1] },
        { credit: 0.9, marks: [0] },
        { credit: 0, marks: [0, 0.5] },
        { credit: 0.3, marks: [1] },
        { credit: 0.3, marks: [0] },
      ]),
    ];
    const { notSure, accuracyWhenSure, madeWhenNotSure } = surenessOf(some);
    expect(notSure).toBeCloseTo(0.4, 10);
    expect(accuracyWhenSure).toBeCloseTo(2 / 3, 10);
    expect(madeWhenNotSure).toBeCloseTo(0.5, 10);
  });
});

describe("what is shown of the answers", () => {
  it("are the largest errors of both kinds, one an answer", () => {
    const answers = [
      answer(2, [
        { credit: 0.9, marks: [0, 0] },
        { credit: 0.95, marks: [0, 0] },
      ]),
      answer(4, [{ credit: 0.6, marks: [0, 0.5] }]),
      answer(6, [{ credit: 0.1, marks: [1, 1] }]),
      answer(8, [{ credit: 0, marks: [0.5, 0.5] }]),
    ];
    const { falseCredits, missedCredits } = worstMisses(answers, 5);
    expect(falseCredits.map(({ answer: id, credit }) => [id, credit])).toEqual([
      ["answer-002", 0.95],
      ["answer-004", 0.6],
    ]);
    expect(missedCredits.map(({ answer: id }) => id)).toEqual(["answer-006", "answer-008"]);
    expect(missedCredits[1]?.quote).toBeNull();
    expect(worstMisses(answers, 1).missedCredits).toHaveLength(1);
  });

  it("are mean scores by quality, weighted as a report weighs points", () => {
    const answers = [
      answer(
        2,
        [
          { credit: 1, marks: [1], weight: 3 },
          { credit: 0, marks: [0] },
        ],
        { quality: "weak" },
      ),
      answer(4, [{ credit: 0.5, marks: [1] }], { quality: "staff" }),
      answer(6, [{ credit: 0.7, marks: [0.5, 1] }], { quality: "staff" }),
    ];
    expect(byQuality(answers)).toEqual([
      { quality: "staff", answers: 2, marks: 0.875, grader: 0.6 },
      { quality: "weak", answers: 1, marks: 0.75, grader: 0.75 },
    ]);
  });

  it("are credit and mark in the bins of the calibration error", () => {
    const bins = reliabilityRows([
      answer(2, [
        { credit: 0, marks: [0] },
        { credit: 0.95, marks: [1, 0.5] },
        { credit: 0.91, marks: [1, 1] },
      ]),
    ]);
    expect(bins.map(({ count }) => count)).toEqual([1, 2]);
    expect(bins[1]?.predicted).toBeCloseTo(0.93, 10);
    expect(bins[1]?.observed).toBeCloseTo(0.875, 10);
  });
});

describe("the card", () => {
  const answers = Array.from({ length: 12 }, (_, i) =>
    answer(i + 1, [{ credit: i / 11, marks: [Math.round((2 * i) / 11) / 2], overlap: i / 22 }], {
      words: 5 + ((7 * i) % 12),
      part: i < 8 ? "data" : "whole",
    }),
  );
  const shortAnswers = Array.from({ length: 16 }, (_, i): GradedShortAnswer => {
    const question = i < 8 ? "first" : "second";
    const asked = { domain: "statistics", question, references: ["A mean."], kind: "correct" } as const;
    const text = `A ${"mean ".repeat(i % 4)}`;
    const answer = {
      ...asked,
      references: [...asked.references],
      id: `${question}-${(i % 8) + 1}`,
      answer: text,
      split: i < 8 ? ("tune" as const) : ("test" as const),
      passes: [i % 2, i % 2],
    };
    return { answer, score: (i % 2) * 0.8 + 0.1 };
  });
  const compose = () =>
    composeCard({
      date: "2026-11-29",
      fingerprints: { lexicon: "abc" },
      answers,
      leftOut: answers.filter(({ split }) => split === "test"),
      shortAnswers,
      attacks: { cases: { "a-case": [] }, shortAnswers: [] },
      timing: { msPerJudgement: 1, msPerStageAnswer: 5, msPerWholeAnswer: 30, machine: "none" },
    });

  it("is the same for the same rows, and survives its own JSON", () => {
    const card = compose();
    expect(card).toEqual(compose());
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  it("judges test rows, keeps tune rows apart, and beats length that tells nothing", () => {
    const card = compose();
    expect(card.scores.map(({ id }) => Number(id.slice(-3)) % 2)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([card.test.together.answers, card.tune.together.answers]).toEqual([6, 6]);
    expect(card.beatsLengthOnly).toBe(true);
    expect(card.passes).toBe(1);
    expect(card.tune.together.judges.grader.pearson).toMatchObject({ low: null, high: null });
  });

  it("holds short answers of the test questions against their marks", () => {
    const { together } = compose().shortAnswers;
    expect([together.answers, together.questions]).toEqual([8, 1]);
    expect(together.judges.grader.accuracy?.value).toBe(1);
    expect(together.judges.grader.rmse?.value).toBeCloseTo(0.1, 4);
    expect(together.judges.markers?.pearson?.value).toBe(1);
  });
});
