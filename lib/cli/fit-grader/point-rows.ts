/**
 * What the coefficients of rubric points are fitted on and judged by: for each labelled answer and each point of its
 * stage the features of the window that speaks most for the point, and the mean mark. Beside them the rubric's own
 * sentences: each exemplar against a bank without it, and against the other points of its stage.
 */

import { loadLabelledAnswers, loadLabelledSentences, loadLexicon } from "@/lib/content/load";
import type { Case } from "@/lib/content/parse";
import type { MarkedAnswer } from "@/lib/content/parse-labelled";
import type { Split } from "@/lib/content/schemas/labelled";
import type { Coefficients } from "@/lib/grading/alignment/calibration";
import { findEvidence, read } from "@/lib/grading/alignment/evidence";
import { readPoints } from "@/lib/grading/grade-answers";
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import type { Answers, Part } from "@/lib/grading/types";
import type { Row } from "./fit";

/** A sentence that was written to earn or miss one point weighs less than a mark of a whole answer. */
const SENTENCE_WEIGHT = 0.5;

type Source = { prepared: PreparedRubric; slug: string; coefficients: Coefficients };

/** Rows of one text for the given points; a point without any evidence has nothing to fit. */
function rowsOf(
  { prepared, slug, coefficients }: Source,
  answers: Answers,
  wanted: readonly { point: string; label: number }[],
  meta: { split: Split; weight: number },
): Row[] {
  const reading = read(answers, prepared.bank);
  return wanted.flatMap(({ point, label }) => {
    const index = prepared.points.findIndex(({ id }) => id === point);
    const evidence = findEvidence(reading, prepared.bank, index, coefficients);
    if (!evidence) return [];
    return [{ ...meta, label, features: evidence.features, gate: evidence.gate, group: slug, domain: slug }];
  });
}

const meanMark = (passes: MarkedAnswer["passes"], point: string): number =>
  passes.reduce((sum, marks) => sum + (marks[point] ?? 0), 0) / passes.length;

function answerRows(source: Source): Row[] {
  return loadLabelledAnswers(source.slug).flatMap(({ stage, text, split, passes }) => {
    const wanted = Object.keys(passes[0] ?? {}).map((point) => ({ point, label: meanMark(passes, point) }));
    return rowsOf(source, { [stage]: text }, wanted, { split, weight: 1 });
  });
}

/** The points of the labelled answers once more, with the company that they keep when each is read alone. */
export function companyRows(cases: readonly Case[], coefficients: Coefficients): Row[] {
  return cases.flatMap((found) => {
    const prepared = prepareRubric(found.rubric, loadLexicon(), { prompt: found.meta.prompt });
    return loadLabelledAnswers(found.slug).flatMap(({ stage, text, split, passes }) => {
      const answers: Answers = { [stage]: text };
      const readings = {
        points: read(answers, prepared.bank),
        misconceptions: read(answers, prepared.misconceptions),
      };
      const only = stage === "whole" ? undefined : stage;
      return readPoints(prepared, answers, readings, { only, coefficients }).flatMap(
        ({ reading: { base, evidence }, company }): Row[] =>
          evidence
            ? [
                {
                  split,
                  weight: 1,
                  label: meanMark(passes, base.id),
                  features: { ...evidence.features, ...company },
                  gate: evidence.gate,
                  group: found.slug,
                  domain: found.slug,
                },
              ]
            : [],
      );
    });
  });
}

const sentenceRows = (source: Source): Row[] =>
  loadLabelledSentences(source.slug).flatMap(({ stage, point, label, text, split }) =>
    rowsOf(source, { [stage as Part]: text }, [{ point, label }], { split, weight: SENTENCE_WEIGHT }),
  );

/** Banks in which the k-th exemplar of every point is left out, so that the sentence is new to its point. */
function exemplarRows({ rubric, meta, slug }: Case, coefficients: Coefficients): Row[] {
  const most = Math.max(...rubric.points.map(({ exemplars }) => exemplars.length));
  return Array.from({ length: most }, (_, k) => k).flatMap((k) => {
    const points = rubric.points.map((point) => ({
      ...point,
      exemplars: point.exemplars.length > 2 ? point.exemplars.filter((_, i) => i !== k) : point.exemplars,
    }));
    const prepared = prepareRubric({ ...rubric, points }, loadLexicon(), { prompt: meta.prompt });
    return rubric.points.flatMap(({ id, stage, exemplars }) => {
      const text = exemplars[k];
      if (text === undefined || exemplars.length <= 2) return [];
      const wanted = rubric.points
        .filter((other) => other.stage === stage)
        .map((other) => ({ point: other.id, label: other.id === id ? 1 : 0 }));
      return rowsOf({ prepared, slug, coefficients }, { [stage]: text }, wanted, {
        split: "tune",
        weight: SENTENCE_WEIGHT,
      });
    });
  });
}

/** All rows of the cases; which window speaks for a point depends a little on the coefficients it is read with. */
export function pointRows(cases: readonly Case[], coefficients: Coefficients): Row[] {
  return cases.flatMap((found) => {
    const prepared = prepareRubric(found.rubric, loadLexicon(), { prompt: found.meta.prompt });
    const source = { prepared, slug: found.slug, coefficients };
    return [...answerRows(source), ...sentenceRows(source), ...exemplarRows(found, coefficients)];
  });
}
