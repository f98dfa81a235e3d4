/** From a submitted interview's log to its report. Pure: the same log and the same content give the same report. */
import type { InterviewerScript } from "@/lib/content/schemas/interviewer";
import type { PreparedRules } from "@/lib/design/contradictions/find-contradictions";
import type { World } from "@/lib/design/designs";
import { findFindings } from "@/lib/design/find-findings";
import { designSourcesOf } from "@/lib/design/sources";
import { includedStages } from "@/lib/framework/included-stages";
import { STAGE_INFO } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { isExpectedOf } from "@/lib/grading/rubric/score";
import { boardToOutline } from "@/lib/interview/board-outline";
import { elapsedMs, stageBudgets, timeByStage, totalMs } from "@/lib/interview/clock";
import type { DecisionValue, LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import type { PreparedInterviewer } from "@/lib/interview/interviewer/prepare";
import { twistAdapted } from "@/lib/interview/interviewer/twists";
import { answersOf } from "@/lib/interview/scene";
import { INITIAL_STATE, type InterviewState } from "@/lib/interview/state";
import { nextSteps } from "./next-steps";
import type { Report, ReportPoint } from "./schema";

export type ReportSources = {
  world: World;
  rules: PreparedRules;
  caseTitle: string;
  rubric: PreparedRubric;
  interviewer: PreparedInterviewer;
  headings: ReadonlyMap<string, string>;
};

type Setup = Report["setup"];

function timeUse(state: InterviewState, setup: Setup): Report["time"] {
  const end = state.submittedAtMs ?? state.deadlineAtMs;
  const spent = timeByStage(state, end);
  const budgets = new Map(stageBudgets(setup).map(({ stage, lengthMs }) => [stage, lengthMs]));
  return {
    elapsedMs: elapsedMs(state, end),
    totalMs: totalMs(setup),
    stages:
      setup.mode === "coach"
        ? includedStages(setup.stages).map((stage) => ({
            stage,
            spentMs: spent[stage],
            budgetMs: budgets.get(stage) ?? 0,
          }))
        : [],
  };
}

function questions(state: InterviewState, script: InterviewerScript): Report["questions"] {
  const known = new Set(state.facts.map((fact) => fact.id));
  return {
    asked: state.thread.filter((entry) => entry.role === "question").length,
    learnt: state.facts.map((fact) => fact.text),
    missed: script.facts
      .filter((fact) => !known.has(fact.id))
      .map(({ question, ifNeverAsked }) => ({ question, ifNeverAsked })),
  };
}

/** A twist counts as met only by what was written after it was given. */
function twists(state: InterviewState, interviewer: PreparedInterviewer): Report["twists"] {
  return state.twists.flatMap(({ id, text, change, answers }) =>
    id === null
      ? []
      : [{ announce: text, change, ...twistAdapted(interviewer, id, answers, answersOf(state)) }],
  );
}

function followUps(state: InterviewState): Report["followUps"] {
  const texts = new Map(state.thread.map((entry) => [entry.id, entry.text]));
  return state.prompted
    .filter((prompting) => prompting.kind === "trigger")
    .map(({ entryId, settled }) => ({ question: texts.get(entryId) ?? "", settled }));
}

function findings(state: InterviewState, { rules, world, headings }: ReportSources): Report["findings"] {
  const included = includedStages(state.setup?.stages);
  return findFindings(rules, designSourcesOf(state, world))
    .filter(({ stage }) => included.includes(stage))
    .map((finding) => ({
      ...finding,
      chapterTitle: headings.get(finding.chapter) ?? STAGE_INFO[finding.stage].title,
    }));
}

const inWords = (value: DecisionValue): string => (Array.isArray(value) ? value.join(", ") : String(value));

/** @throws when the log does not hold a submitted interview. */
export function composeReport(events: readonly LoggedEvent[], sources: ReportSources): Report {
  const state = foldEvents(events, INITIAL_STATE);
  const { setup, submittedAtMs, submittedBy } = state;
  if (!setup || submittedAtMs === null || submittedBy === null)
    throw new Error("a report needs a submitted interview");
  const answers = answersOf(state);
  const grade = gradeAnswers(sources.rubric, answers, {
    level: setup.level,
    mode: setup.mode,
    stages: setup.stages,
  });
  const wording = new Map(sources.rubric.points.map((point) => [point.id, point]));
  const points: ReportPoint[] = grade.points.map((point) => {
    const { text = "", why = "", chapter = "" } = wording.get(point.id) ?? {};
    return { ...point, text, why, chapter, isExpected: isExpectedOf(setup.level, point.level) };
  });
  return {
    format: 1,
    setup,
    caseTitle: sources.caseTitle,
    startedAtMs: state.startedAtMs,
    submittedAtMs,
    submittedBy,
    answers,
    board: state.board.nodes.length > 0 ? boardToOutline(state.board) : "",
    decisions: Object.entries(state.decisions).flatMap(([field, { value }]) =>
      value === null ? [] : [{ field, value: inWords(value) }],
    ),
    points,
    score: grade.score,
    stages: grade.stages,
    upTo: grade.upTo,
    levelVerdict: grade.levelVerdict,
    pitfalls: grade.pitfalls,
    flags: grade.flags,
    time: timeUse(state, setup),
    questions: questions(state, sources.interviewer.script),
    followUps: followUps(state),
    twists: twists(state, sources.interviewer),
    findings: findings(state, sources),
    hints: state.hints.map(({ stage, text }) => ({ stage, text })),
    nextSteps: nextSteps(points, sources.headings),
  };
}
