/** The grader held against sentences that a person has labelled. What a case promises is held by content:check (grading-check.test.ts). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listCases, loadLexicon, loadShortAnswers } from "@/lib/content/load";
import coefficients from "@/lib/grading/alignment/coefficients.json";
import { coefficientsFileSchema, dataFilesOf } from "@/lib/grading/alignment/coefficients-file";
import { prepareReferences, scoreAgainstReferences } from "@/lib/grading/alignment/score-against-references";
import { referenceOutcomes } from "@/lib/grading/attack-suite/run-on-references";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { prepareRubric } from "@/lib/grading/rubric/prepare-rubric";

const cases = listCases().map((found) => ({
  ...found,
  prepared: prepareRubric(found.rubric, loadLexicon(), { prompt: found.meta.prompt }),
}));

type Labelled = {
  id: string;
  stage: string;
  point: string;
  kind: string;
  split: "tune" | "test";
  label: number;
  text: string;
};
const labelled = readFileSync("content/cases/video-recommendation/labelled/sentences.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Labelled);

it("reads with coefficients that were fitted on the labelled data as it is; otherwise run npm run fit-grader", () => {
  const { data } = coefficientsFileSchema.parse(coefficients);
  const hashes = dataFilesOf(cases.map(({ slug }) => slug)).map((file) => [
    file,
    createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16),
  ]);
  expect(data).toEqual(Object.fromEntries(hashes));
});

it("gives nothing for nothing, and names no level in coach mode", () => {
  for (const { prepared } of cases) {
    const grade = gradeAnswers(prepared, {}, { mode: "coach" });
    expect(grade.levelVerdict).toBeNull();
    expect(grade.score.value).toBe(0);
    expect(grade.points.every(({ credit, receipt }) => credit === 0 && receipt === null)).toBe(true);
  }
});

it("holds against every attack on questions that have reference answers and no rubric", () => {
  const questions = new Map(loadShortAnswers().map((row) => [row.question, row]));
  const outcomes = referenceOutcomes(
    [...questions.values()],
    ({ question, references }, answer) =>
      scoreAgainstReferences(prepareReferences(references, question), answer).score,
  );
  const broken = outcomes.filter(({ holds }) => !holds);
  expect(broken).toEqual([]);
});

describe("labelled answers", () => {
  const video = cases.find(({ slug }) => slug === "video-recommendation");
  const graded = labelled.map((row) => {
    const grade = video && gradeAnswers(video.prepared, { [row.stage]: row.text });
    return { ...row, credit: grade?.points.find(({ id }) => id === row.point)?.credit ?? Number.NaN };
  });

  /** Precision and recall of "at least half the credit" against full and no credit. */
  function agreement(split: Labelled["split"]) {
    const clear = graded.filter((row) => row.split === split && row.label !== 0.5);
    const credited = clear.filter(({ credit }) => credit >= 0.5);
    const right = credited.filter(({ label }) => label === 1).length;
    return {
      precision: right / credited.length,
      recall: right / clear.filter(({ label }) => label === 1).length,
    };
  }

  it("agree with the grader where it was tuned, and hold on sentences it never saw", () => {
    const [tune, test] = [agreement("tune"), agreement("test")];
    expect(tune.precision).toBeGreaterThanOrEqual(0.9);
    expect(tune.recall).toBeGreaterThanOrEqual(0.88);
    expect(test.precision).toBeGreaterThanOrEqual(0.8);
    expect(test.recall).toBeGreaterThanOrEqual(0.75);
  });

  it("get no full credit for a list of terms or a denial", () => {
    for (const { kind, credit, text } of graded)
      if (kind === "stuffed" || kind === "negated") expect(credit, text).toBeLessThanOrEqual(0.4);
  });
});
