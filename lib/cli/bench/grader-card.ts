/**
 * bench grader-card: how well the grader agrees with the markers of the project's own labelled answers, beside length only,
 * token overlap and the markers among themselves; what attacks earn; how long it takes. `--write` stores the card for the
 * page /grader.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { attackTarget } from "@/lib/content/attack-target";
import { cardFingerprints } from "@/lib/content/card-fingerprints";
import {
  gradedLabelledAnswers,
  gradedShortAnswers,
  gradedTestAnswers,
  referenceScorer,
  shortTestQuestions,
} from "@/lib/content/graded-labelled";
import { listCases } from "@/lib/content/load";
import { GRADER_CARD_FILE } from "@/lib/content/parse-labelled";
import { preparedCase } from "@/lib/content/prepared-case";
import { POINT_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import type { Outcome } from "@/lib/grading/attack-suite/outcomes";
import { referenceOutcomes } from "@/lib/grading/attack-suite/run-on-references";
import { attackOutcomes } from "@/lib/grading/attack-suite/run-suite";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { composeCard } from "@/lib/grading/report-card/compose-card";
import type { GradedAnswer } from "@/lib/grading/report-card/graded-answer";
import type { GraderCard } from "@/lib/grading/report-card/schema";
import { fitCoefficients, type Row } from "../fit-grader/fit";
import { companyRows, pointRows } from "../fit-grader/point-rows";
import { IN_COMPANY, POINT } from "../fit-grader/recipes";
import { parseOptions } from "./arguments";

const WRITE = "--write";

function caseOutcomes(): Record<string, Outcome[]> {
  const outcomes = listCases().flatMap((found) => {
    const prepared = preparedCase(found.slug);
    return prepared ? [[found.slug, attackOutcomes(attackTarget(found, prepared))] as const] : [];
  });
  return Object.fromEntries(outcomes);
}

/** Test answers of each case by the grader as it is when fitted without that case. */
function gradedLeftOut(): GradedAnswer[] {
  const cases = listCases();
  const tune = (rows: readonly Row[]) => rows.filter(({ split }) => split === "tune");
  const [alone, inCompany] = [
    tune(pointRows(cases, POINT_COEFFICIENTS)),
    tune(companyRows(cases, POINT_COEFFICIENTS)),
  ];
  return cases.flatMap(({ slug }) => {
    const without = (rows: readonly Row[]) => rows.filter(({ group }) => group !== slug);
    return gradedTestAnswers(slug, {
      alone: fitCoefficients(without(alone), POINT),
      inCompany: fitCoefficients(without(inCompany), IN_COMPANY),
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Every answer once more, now that everything is prepared and warm. */
function measureTimes(answers: readonly GradedAnswer[]): GraderCard["timing"] {
  const timed = answers.flatMap(({ caseSlug, part, text, judgements }) => {
    const prepared = preparedCase(caseSlug);
    if (!prepared) return [];
    const start = performance.now();
    gradeAnswers(prepared.rubric, { [part]: text }, { only: part === "whole" ? undefined : part });
    return [{ part, milliseconds: performance.now() - start, points: judgements.length }];
  });
  const isWhole = ({ part }: { part: string }) => part === "whole";
  const times = (rows: typeof timed) => median(rows.map(({ milliseconds }) => milliseconds));
  return {
    msPerJudgement: median(timed.map(({ milliseconds, points }) => milliseconds / points)),
    msPerStageAnswer: times(timed.filter((row) => !isWhole(row))),
    msPerWholeAnswer: times(timed.filter(isWhole)),
    machine: `${cpus().length} cores, Node ${process.versions.node}`,
  };
}

export async function benchGraderCard(argv: readonly string[]): Promise<Record<string, unknown>> {
  parseOptions(
    argv.filter((argument) => argument !== WRITE),
    {},
  );
  const answers = gradedLabelledAnswers();
  console.error(`bench grader-card: ${answers.length} labelled answers graded`);
  const leftOut = gradedLeftOut();
  console.error("bench grader-card: the same without each case in the fit");
  const shortAnswers = gradedShortAnswers();
  const attacks = {
    cases: caseOutcomes(),
    shortAnswers: referenceOutcomes(shortTestQuestions(), referenceScorer()),
  };
  console.error(`bench grader-card: ${shortAnswers.length} short answers and all attacks graded`);
  const card = composeCard({
    date: new Date().toISOString().slice(0, 10),
    fingerprints: cardFingerprints(),
    answers,
    leftOut,
    shortAnswers,
    attacks,
    timing: measureTimes(answers),
  });
  if (argv.includes(WRITE)) {
    const file = path.join("content", GRADER_CARD_FILE);
    writeFileSync(file, `${JSON.stringify(card, null, 1)}\n`);
    console.error(`bench grader-card: written to ${file}`);
  }
  return card;
}
