/**
 * What a partner's page needs. While the interview runs: the log without private notes, the script behind it and the
 * rubric as a scoring sheet. Afterwards: what the machine found on the points that they marked, and nothing else.
 * Neither names the candidate.
 */
import "server-only";
import { loadCase } from "@/lib/content/load";
import type { Fact, InterviewerScript, Trigger, Twist } from "@/lib/content/schemas/interviewer";
import { caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { buildReport } from "@/lib/data/report/build-report";
import { closed } from "@/lib/errors";
import { includedStages } from "@/lib/framework/included-stages";
import type { Level, Stage } from "@/lib/framework/stages";
import { isExpectedOf } from "@/lib/grading/rubric/score";
import type { LoggedEvent } from "@/lib/interview/events";
import { redactForPartner } from "@/lib/interview/redact";
import { whoSits } from "@/lib/interview/seat/seat";
import { comparePartner, type PartnerComparison } from "@/lib/learning/partner-comparison";
import type { SheetMark } from "@/lib/learning/scoring-sheet";
import type { Viewer } from "@/lib/viewer";
import { ownSeat } from "./own-seat";
import { readSheet } from "./read-sheet";
import { toSeat } from "./seat-rows";

export type SeatScript = {
  facts: Pick<Fact, "id" | "topic" | "question" | "answer" | "ifNeverAsked">[];
  triggers: Pick<Trigger, "id" | "kind" | "question" | "level" | "priority">[];
  twists: Pick<Twist, "id" | "announce" | "change">[];
};
export type SheetPoint = {
  id: string;
  stage: Stage;
  level: Level;
  text: string;
  why: string;
  /** Whether a candidate of the chosen level is expected to make it. */
  isExpected: boolean;
};
export type LoadedSeat = {
  seatId: string;
  caseTitle: string;
  events: LoggedEvent[];
  serverNowMs: number;
  isSitting: boolean;
  script: SeatScript;
  points: SheetPoint[];
  marks: SheetMark[];
};
export type SeatView =
  | { phase: "running"; seat: LoadedSeat }
  | { phase: "submitted"; caseTitle: string; comparison: PartnerComparison };

function scriptOf({ facts, triggers, twists }: InterviewerScript): SeatScript {
  return {
    facts: facts.map(({ id, topic, question, answer, ifNeverAsked }) => {
      return { id, topic, question, answer, ifNeverAsked };
    }),
    triggers: triggers.map(({ id, kind, question, level, priority }) => {
      return { id, kind, question, level, priority };
    }),
    twists: twists.map(({ id, announce, change }) => ({ id, announce, change })),
  };
}

export async function loadSeat(viewer: Viewer, seatId: string, now: Date): Promise<SeatView> {
  const db = await database();
  const row = await ownSeat(db, viewer, seatId);
  const { caseSlug, submittedAt } = row.interview;
  const marks = await readSheet(db, seatId);
  if (submittedAt) {
    const report = await buildReport(row.interviewId);
    return {
      phase: "submitted",
      caseTitle: report.caseTitle,
      comparison: comparePartner(report.points, marks),
    };
  }
  const prepared = caseOfInterview(row.interview);
  if (!prepared) throw closed("The case of this interview is no longer part of this Shortlist.");
  const events = (await readEvents(db, row.interviewId, 0)).map(redactForPartner);
  const started = events[0];
  const setup = started?.kind === "interview-started" ? started.setup : null;
  const level = setup?.level ?? "senior";
  const included = includedStages(setup?.stages);
  const seat: LoadedSeat = {
    seatId,
    caseTitle: loadCase(caseSlug).meta.title,
    events,
    serverNowMs: now.getTime(),
    isSitting: whoSits(toSeat(row), now.getTime()) === "partner",
    script: scriptOf(prepared.interviewer.script),
    points: prepared.rubric.points
      .filter(({ stage }) => included.includes(stage))
      .map((point) => ({
        ...{ id: point.id, stage: point.stage, level: point.level, text: point.text, why: point.why },
        isExpected: isExpectedOf(level, point.level),
      })),
    marks,
  };
  return { phase: "running", seat };
}
