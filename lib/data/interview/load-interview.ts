/** What the interview page needs: the log as a candidate may see it, and nothing of the script behind it. */
import "server-only";
import { listCases } from "@/lib/content/load";
import { worldOf } from "@/lib/content/world-of";
import { database } from "@/lib/data/database";
import { openSeat } from "@/lib/data/seat/seat-rows";
import { assignmentOf, type InterviewAssignment } from "@/lib/data/submission/assignment-of";
import { DESIGNS } from "@/lib/design/designs";
import type { DesignField } from "@/lib/design/fields";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { includedStages } from "@/lib/framework/included-stages";
import type { Stage } from "@/lib/framework/stages";
import type { LoggedEvent } from "@/lib/interview/events";
import { redactEvent } from "@/lib/interview/redact";
import { type SeatStatus, seatStatus } from "@/lib/interview/seat/seat";
import type { Mode } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { readEvents } from "./event-rows";
import { isUuid } from "./is-uuid";

export type LoadedInterview = {
  id: string;
  /** Whose drafts these are on a shared browser. */
  viewerId: string;
  caseTitle: string;
  mode: Mode;
  submitted: boolean;
  events: LoggedEvent[];
  serverNowMs: number;
  /** How many hints each stage has; empty in exam mode. */
  hintCounts: Partial<Record<Stage, number>>;
  /** The typed decisions of this case's world; none in exam mode. */
  decisionFields: readonly DesignField[];
  seat: SeatStatus | null;
  /** Whether the interviewer's seat can be offered to somebody: not in an assigned exam. */
  offersSeat: boolean;
  /** What it was assigned as; null for an interview of one's own. */
  assignment: InterviewAssignment | null;
  /** A language model words the interviewer's questions, and they can be watched while they are written. */
  hasLiveVoice: boolean;
};

function hintCounts(caseSlug: string): Partial<Record<Stage, number>> {
  const hints = listCases().find((candidate) => candidate.slug === caseSlug)?.meta.hints ?? {};
  return Object.fromEntries(Object.entries(hints).map(([stage, list]) => [stage, list.length]));
}

export async function loadInterview(
  viewer: Viewer,
  interviewId: string,
  now: Date,
): Promise<LoadedInterview> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const row = await db.interview.findFirst({
    where: { id: interviewId, ownerId: viewer.userId },
    select: { id: true, caseSlug: true, mode: true, submittedAt: true },
  });
  if (!row) throw notFound("interview");
  const events = await readEvents(db, row.id, 0);
  const seat = await openSeat(db, row.id);
  const assignment = await assignmentOf(viewer, row.id);
  const started = events[0];
  const included = includedStages(started?.kind === "interview-started" ? started.setup.stages : undefined);
  const mode: Mode = row.mode === "exam" ? "exam" : "coach";
  return {
    id: row.id,
    viewerId: viewer.userId,
    caseTitle: listCases().find((candidate) => candidate.slug === row.caseSlug)?.meta.title ?? row.caseSlug,
    mode,
    submitted: row.submittedAt !== null,
    events: events.map(redactEvent),
    serverNowMs: now.getTime(),
    hintCounts: mode === "coach" ? hintCounts(row.caseSlug) : {},
    decisionFields:
      mode === "coach"
        ? DESIGNS[worldOf(row.caseSlug)].fields.filter(({ stage }) => included.includes(stage))
        : [],
    hasLiveVoice: env().languageModel?.isVoice === true,
    seat: seatStatus(seat, now.getTime()),
    offersSeat: assignment === null || mode === "coach",
    assignment,
  };
}
