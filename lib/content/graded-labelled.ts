/** The labelled answers, graded by the grader as it is: the rows of its card. Takes seconds. */
import { listCases, loadLabelledAnswers, loadShortAnswers } from "@/lib/content/load";
import type { MarkedShortAnswer } from "@/lib/content/parse-labelled";
import { preparedCase } from "@/lib/content/prepared-case";
import { prepareReferences, scoreAgainstReferences } from "@/lib/grading/alignment/score-against-references";
import type { ReferenceQuestion } from "@/lib/grading/attack-suite/run-on-references";
import type { PointFit } from "@/lib/grading/grade-answers";
import { type GradedAnswer, gradeLabelled } from "@/lib/grading/report-card/graded-answer";
import type { GradedShortAnswer } from "@/lib/grading/report-card/short-answers";

export function gradedLabelledAnswers(): GradedAnswer[] {
  return listCases().flatMap(({ slug }) => {
    const prepared = preparedCase(slug);
    if (!prepared) return [];
    return loadLabelledAnswers(slug).map((answer) => gradeLabelled(slug, prepared.rubric, answer));
  });
}

/** The test answers of one case by another fit of the grader. */
export function gradedTestAnswers(slug: string, coefficients: PointFit): GradedAnswer[] {
  const prepared = preparedCase(slug);
  if (!prepared) return [];
  return loadLabelledAnswers(slug)
    .filter(({ split }) => split === "test")
    .map((answer) => gradeLabelled(slug, prepared.rubric, answer, coefficients));
}

export const gradedShortAnswers = (): GradedShortAnswer[] => {
  const scoreOf = referenceScorer();
  return loadShortAnswers().map((answer) => ({ answer, score: scoreOf(answer, answer.answer) }));
};

/** Scores answers to questions with references; prepares each question once. */
export function referenceScorer(): (question: ReferenceQuestion, answer: string) => number {
  const banks = new Map<string, ReturnType<typeof prepareReferences>>();
  return ({ question, references }, answer) => {
    const bank = banks.get(question) ?? prepareReferences(references, question);
    banks.set(question, bank);
    return scoreAgainstReferences(bank, answer).score;
  };
}

/** One of the answers to each question of the test split: it carries the question and its references. */
export function shortTestQuestions(): MarkedShortAnswer[] {
  const byQuestion = new Map(loadShortAnswers().map((answer) => [answer.question, answer]));
  return [...byQuestion.values()].filter(({ split }) => split === "test");
}
