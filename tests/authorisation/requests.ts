/** What is asked of each endpoint, with the student's own things or those of their class. */
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/endpoints";
import { findDeck } from "@/lib/content/decks";
import { classActions, classPages } from "./class-requests";
import { type Fixture, HIGHLIGHT, PASSWORD } from "./fixture";

export type PageRequest = {
  path: string;
  /** The status of an honest request, when the fixture cannot make it work. */
  honest?: string;
};
export type ActionRequest = {
  /** The page it is sent from. */
  page: string;
  input: Record<string, unknown>;
  /** What an honest request is answered with, when that is not "ok": the fixture cannot be in every state. */
  honest?: string;
  /** The same for single kinds of people. */
  honestFor?: Partial<Record<Actor, string>>;
  /** A refusal of another kind than not-found, forbidden or unauthenticated. */
  refusal?: string;
  /** Done twice it is no mistake, so that a foreign id is answered like one that is gone already. */
  isRepeatable?: boolean;
};

const UTC = { timeZone: "UTC" };
const CASE_PATH = "/cases/video-recommendation";
const AT = "2026-11-01T10:00:00.000Z";
const PLACE = { path: CASE_PATH, anchor: "data", heading: "Data", createdAt: AT };

/** `page` and `route` endpoints; those without parameters are asked as they are. */
export const pageRequests = ({ own, room }: Fixture): Record<string, PageRequest> => ({
  ...classPages(room),
  "page /cases/[case]": { path: CASE_PATH },
  "page /decisions/[id]": { path: "/decisions/0001-language-and-tools" },
  "page /framework/[chapter]": { path: "/framework/data" },
  "page /setup/[token]": { path: "/setup/0123456789abcdef" },
  "route /api/quiz": { path: "/api/quiz?deck=framework/data" },
  "page /interviews/compare": { path: `/interviews/compare?id=${own.revealedId}&with=model-senior` },
  "page /interviews/[id]": { path: `/interviews/${own.interviewId}` },
  "page /interviews/[id]/replay": { path: `/interviews/${own.revealedId}/replay` },
  "page /interviews/[id]/report": { path: `/interviews/${own.revealedId}/report` },
  "page /shared/[token]": { path: `/shared/${own.shareToken}` },
  "route /api/export/interviews/[id]": { path: `/api/export/interviews/${own.revealedId}` },
  // No host here has a language model, so nothing is being said.
  "route /api/interviews/[id]/speech": { path: `/api/interviews/${own.interviewId}/speech`, honest: "404" },
  "page /seat/[id]": { path: `/seat/${own.seatId}` },
});

const hostRequests = ({ people, room }: Fixture): Record<string, ActionRequest> => ({
  "action /host findAccountAction": { page: "/host", input: { email: people.candidate.email } },
  "action /host giveRoleAction": {
    page: "/host",
    input: { userId: people.candidate.viewer.userId, role: "instructor" },
  },
  // The class has an instructor, so no other is named for it.
  "action /host nameInstructorAction": {
    page: "/host",
    input: { classId: room.classId, email: people.candidate.email },
    honest: "conflict",
  },
});

const accountRequests = ({ people, own }: Fixture): Record<string, ActionRequest> => ({
  "action / signUpAction": {
    page: "/sign-up",
    input: { name: "New", email: "new@example.org", password: PASSWORD },
  },
  "action / signInAction": { page: "/sign-in", input: { email: people.candidate.email, password: PASSWORD } },
  "action / signOutAction": { page: "/account", input: {} },
  "action / changePasswordAction": {
    page: "/account",
    input: { currentPassword: PASSWORD, newPassword: "another long password" },
  },
  // The only instructor of a class hands it over first.
  "action / deleteAccountAction": {
    page: "/account",
    input: { password: PASSWORD },
    honestFor: { instructor: "conflict", "instructor elsewhere": "conflict" },
  },
  "action / revokeSessionAction": { page: "/account", input: { sessionId: own.sessionId } },
  "action / revokeOtherSessionsAction": { page: "/account", input: {} },
  // There is an admin, so the link makes no second one.
  "action / claimAdminAction": {
    page: "/setup/0123456789abcdef",
    input: { token: "0123456789abcdef" },
    honest: "closed",
  },
});

function interviewRequests({ own }: Fixture): Record<string, ActionRequest> {
  const { interviewId, submittedId, revealedId } = own;
  const page = `/interviews/${interviewId}`;
  const report = `/interviews/${revealedId}/report`;
  const setup = {
    ...{ caseSlug: "video-recommendation", level: "senior", mode: "coach", lengthMinutes: 45 },
    timeMultiplier: 1,
  };
  const target = { interviewId, sinceSeq: 0 };
  const of = "action /interviews/[id]";
  return {
    "action /interviews/new startInterviewAction": { page: "/interviews/new", input: setup },
    [`${of} saveEventsAction`]: { page, input: { ...target, events: [] } },
    [`${of} showHintAction`]: { page, input: { ...target, stage: "data" } },
    [`${of} pauseInterviewAction`]: { page, input: { ...target, paused: true } },
    [`${of} invitePartnerAction`]: { page, input: { interviewId } },
    [`${of} endSeatAction`]: { page, input: { interviewId } },
    [`${of} submitInterviewAction`]: { page, input: { interviewId } },
    [`${of}/report revealReportAction`]: { page: report, input: { interviewId: submittedId, scores: {} } },
    [`${of}/report createShareLinkAction`]: { page: report, input: { interviewId: revealedId, days: 7 } },
    [`${of}/report revokeShareLinkAction`]: { page: report, input: { linkId: own.shareLinkId } },
    // No host here has a language model.
    [`${of}/report askAgainAction`]: { page: report, input: { interviewId: revealedId }, honest: "closed" },
  };
}

function seatRequests({ own }: Fixture): Record<string, ActionRequest> {
  const { seatId } = own;
  const page = `/seat/${seatId}`;
  const of = "action /seat/[id]";
  const mark = { pointId: "data-time-split", mark: 1, note: "" };
  const speech = { say: "remark", text: "Go on." };
  return {
    "action /seat takeSeatAction": { page: "/seat", input: { token: own.seatToken }, refusal: "conflict" },
    [`${of} readSeatNewsAction`]: { page, input: { seatId, sinceSeq: 0 } },
    [`${of} speakAction`]: { page, input: { seatId, eventId: randomUUID(), replyTo: null, speech } },
    [`${of} saveMarkAction`]: { page, input: { seatId, ...mark } },
    [`${of} occupySeatAction`]: { page, input: { seatId, sits: true } },
  };
}

function learningRequests({ own }: Fixture): Record<string, ActionRequest> {
  const page = "/review";
  const of = "action /review";
  const { card, reviewId, revealedId: interviewId } = own;
  const itemId = findDeck("framework/data")?.questions[0]?.id;
  const question = { deck: "framework/data", itemId, option: 0, purpose: "quiz" };
  return {
    [`${of} addDeckAction`]: { page, input: { deck: "framework/data", questionIds: [], ...UTC } },
    [`${of} addMissedCardsAction`]: { page, input: { interviewId, ...UTC } },
    [`${of} gradeItemAction`]: {
      page,
      input: { ...card, reviewId: randomUUID(), revision: 0, grade: 3 },
    },
    [`${of} undoGradeAction`]: {
      page,
      input: { undoId: randomUUID(), reviewId, revision: own.reviewRevision },
    },
    [`${of} answerQuestionAction`]: { page, input: { answerId: randomUUID(), ...question } },
    [`${of} setAsideAction`]: { page, input: { ...card, aside: "suspend" } },
    [`${of} saveLearningSettingsAction`]: { page, input: { newPerDay: 20 } },
  };
}

function readingRequests(): Record<string, ActionRequest> {
  const page = CASE_PATH;
  const of = "action /reading";
  const { createdAt: updatedAt, ...place } = PLACE;
  return {
    [`${of} saveProgressAction`]: { page, input: { ...place, share: 0.5, isFinished: false, updatedAt } },
    [`${of} forgetProgressAction`]: { page, input: { path: CASE_PATH } },
    [`${of} setBookmarkAction`]: { page, input: { bookmark: PLACE, isSet: true } },
    [`${of} saveHighlightAction`]: { page, input: { ...HIGHLIGHT, id: randomUUID() } },
    [`${of} deleteHighlightAction`]: { page, input: { id: HIGHLIGHT.id } },
    [`${of} mergeReadingAction`]: { page, input: { progress: [], bookmarks: [], highlights: [] } },
  };
}

export const actionRequests = (fixture: Fixture): Record<string, ActionRequest> => ({
  ...accountRequests(fixture),
  ...hostRequests(fixture),
  ...interviewRequests(fixture),
  ...seatRequests(fixture),
  ...learningRequests(fixture),
  ...readingRequests(),
  ...classActions(fixture.room),
});
