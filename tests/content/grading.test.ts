/** The grader held against the content it grades: model answers, naive answers, exemplars, labelled sentences. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listCases, loadLexicon } from "@/lib/content/load";
import { STAGES } from "@/lib/framework/stages";
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
const labelled = readFileSync("content/cases/video-recommendation/labelled-answers.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Labelled);

describe.each(cases)("$slug", ({ answers, rubric, prepared }) => {
  const model = answers.flatMap(({ frontmatter, ...rest }) =>
    frontmatter.kind === "model" ? [{ ...rest, ...frontmatter }] : [],
  );
  const naive = answers.flatMap(({ frontmatter, ...rest }) =>
    frontmatter.kind === "naive" ? [{ ...rest, ...frontmatter }] : [],
  );

  it.each(model)("$name covers its stages at its level and is given that level", ({ stages, level }) => {
    const grade = gradeAnswers(prepared, stages, { level, mode: "exam" });
    for (const stage of STAGES)
      if (stages[stage]) expect(grade.stages[stage].value, stage).toBeGreaterThanOrEqual(0.8);
    expect(grade.levelVerdict?.level).toBe(level);
    expect(grade.pitfalls).toEqual([]);
    expect(grade.points.flatMap(({ misconception }) => misconception ?? [])).toEqual([]);
  });

  it.each(model)("$name covers each stage by that stage's text alone", ({ stages, level }) => {
    for (const stage of STAGES) {
      const grade = gradeAnswers(prepared, { [stage]: stages[stage] ?? "" }, { level });
      if (stages[stage]) expect(grade.stages[stage].value, stage).toBeGreaterThanOrEqual(0.8);
    }
  });

  it.each(naive)("$name shows its pitfall and no other, and reaches no level", ({ stages, pitfall }) => {
    const grade = gradeAnswers(prepared, stages, { level: "mid", mode: "exam" });
    expect(grade.pitfalls.map((found) => found.pitfall)).toEqual([pitfall]);
    expect(grade.levelVerdict?.level).toBeNull();
    const missed = {
      "jumps-to-the-model": ["clarify", "frame"],
      "ignores-the-data-pipeline": ["data"],
      "forgets-monitoring-and-deployment": ["serve", "monitor"],
    } as const;
    for (const stage of missed[pitfall]) expect(grade.stages[stage].value, stage).toBeLessThan(0.35);
  });

  it("gives an exemplar its own point and no other", () => {
    for (const point of rubric.points) {
      for (const exemplar of point.exemplars) {
        for (const { id, credit } of gradeAnswers(prepared, { [point.stage]: exemplar }).points) {
          if (id === point.id) expect(credit, exemplar).toBeGreaterThanOrEqual(0.9);
          else expect(credit, `${id} <- ${exemplar}`).toBeLessThan(0.5);
        }
      }
    }
  });

  it("names no level in coach mode and gives nothing for nothing", () => {
    const grade = gradeAnswers(prepared, {}, { mode: "coach" });
    expect(grade.levelVerdict).toBeNull();
    expect(grade.score.value).toBe(0);
    expect(grade.points.every(({ credit, receipt }) => credit === 0 && receipt === null)).toBe(true);
  });
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
