/** What is asked of the endpoints of a class, with the things of one room. */
import { randomUUID } from "node:crypto";
import { outcomeOf } from "@/lib/classroom/evidence/outcome";
import type { ActionRequest, PageRequest } from "./requests";
import type { Room } from "./rooms";

const NOW = { wall: "2027-02-01T12:00", fold: "earlier" };
const LATER = { wall: "2027-03-01T12:00", fold: "earlier" };
const ASSIGNMENT = {
  ...{ title: "New", instructions: "", caseSlugs: ["video-recommendation"], mode: "coach", level: "senior" },
  ...{ lengthMinutes: 45, stages: [], attempts: 1, attemptKept: "best", pointsPossible: 100 },
  ...{ evidenceWorld: null, hiddenLabControls: [], releaseAt: NOW, dueAt: LATER, lateDueAt: null },
  latePolicy: { unit: "day", percentPerUnit: 10, rounding: "up", floorPercent: 0, graceMinutes: 0 },
  ...{ isAnonymous: false, reportShown: "with-grades", peerReview: null },
};
const EXTENSION = {
  ...{
    releaseAt: null,
    dueAt: null,
    lateDueAt: null,
    timeMultiplier: 1.5,
    extraAttempts: 0,
    isExcused: false,
  },
  reason: "",
};
const ROSTER = "email,name\nsomebody@example.org,Some Body\n";
const CASE = { caseSlug: "video-recommendation" };

const pathOf = ({ classId }: Room) => `/classes/${classId}`;
const assignmentPath = (room: Room, assignmentId: string) => `${pathOf(room)}/assignments/${assignmentId}`;

const underClass = (
  paths: Record<string, string>,
  prefix: string,
  base: string,
): Record<string, PageRequest> =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [`${prefix}${name}`, { path: base + path }]),
  );

export function classPages(room: Room): Record<string, PageRequest> {
  const { open, released, peer, studentId } = room;
  const assignments = "page /classes/[classId]/assignments/[assignmentId]";
  return {
    ...underClass(
      {
        "": "",
        "/assignments": "/assignments",
        "/assignments/new": "/assignments/new",
        "/members": "/members",
        "/members/import": "/members/import",
        "/settings": "/settings",
        "/log": "/log",
        "/gradebook": "/gradebook",
        "/gradebook/[studentId]": `/gradebook/${studentId}`,
        "/gradebook/items/[assignmentId]": `/gradebook/items/${open.assignmentId}`,
        "/content": "/content",
        "/content/[caseSlug]": `/content/${CASE.caseSlug}`,
        "/content/[caseSlug]/preview": `/content/${CASE.caseSlug}/preview`,
      },
      "page /classes/[classId]",
      pathOf(room),
    ),
    ...underClass(
      {
        "": "",
        "/edit": "/edit",
        "/extensions": "/extensions",
        "/grading": "/grading",
        "/grading/groups": "/grading/groups",
        "/grading/[submissionId]": `/grading/${open.submissionId}`,
      },
      assignments,
      assignmentPath(room, open.assignmentId),
    ),
    ...underClass(
      { "/results/[submissionId]": `/results/${released.submissionId}`, "/regrades": "/regrades" },
      assignments,
      assignmentPath(room, released.assignmentId),
    ),
    ...underClass(
      { "/peer": "/peer", "/peer/[reviewId]": `/peer/${peer.reviewId}` },
      assignments,
      assignmentPath(room, peer.givenId),
    ),
    ...underClass(
      {
        "/gradebook.csv": "/gradebook.csv",
        "/gradebook.json": "/gradebook.json",
        "/students/[studentId]": `/students/${studentId}`,
      },
      "route /api/export/classes/[classId]",
      `/api/export/classes/${room.classId}`,
    ),
  };
}

function settingRequests(room: Room): Record<string, ActionRequest> {
  const { classId, fellowId, removedId, entryId, joinCode, name } = room;
  const of = "action /classes/[classId]";
  const page = `${pathOf(room)}/settings`;
  const members = `${pathOf(room)}/members`;
  const roster = `${members}/import`;
  const person = { classId, userId: fellowId };
  return {
    "action /classes createClassAction": { page: "/classes/new", input: { name: "New", timeZone: "UTC" } },
    "action /classes joinClassAction": { page: "/classes/join", input: { code: joinCode } },
    // An instructor alone cannot leave.
    [`${of} leaveClassAction`]: { page: pathOf(room), input: { classId }, refusal: "conflict" },
    [`${of}/settings changeClassAction`]: { page, input: { classId, name: "Renamed", timeZone: "UTC" } },
    [`${of}/settings archiveClassAction`]: { page, input: { classId, isArchived: true } },
    // Only an archived class is deleted.
    [`${of}/settings deleteClassAction`]: { page, input: { classId, name }, honest: "conflict" },
    [`${of}/settings rotateJoinCodeAction`]: { page, input: { classId } },
    [`${of}/settings switchOffJoinCodeAction`]: { page, input: { classId } },
    [`${of}/settings changeJoinSettingsAction`]: {
      page,
      input: { classId, expiry: "never", limit: null, isRosterOnly: true },
    },
    [`${of}/members changeRoleAction`]: { page: members, input: { ...person, role: "assistant" } },
    [`${of}/members removeMemberAction`]: { page: members, input: person },
    [`${of}/members letInAgainAction`]: { page: members, input: { classId, userId: removedId } },
    [`${of}/members previewRosterAction`]: { page: roster, input: { classId, text: ROSTER } },
    [`${of}/members importRosterAction`]: {
      page: roster,
      input: { classId, text: ROSTER, dropAbsent: false, shown: { new: 1, changed: 0, absent: 1 } },
    },
    [`${of}/members dropRosterEntryAction`]: { page: members, input: { classId, entryId } },
  };
}

function assignmentRequests(room: Room): Record<string, ActionRequest> {
  const { classId, draftId, fellowId, open } = room;
  const of = "action /classes/[classId]/assignments";
  const page = `${pathOf(room)}/assignments`;
  const draft = { classId, assignmentId: draftId };
  const ids = { classId, assignmentId: open.assignmentId };
  const seen = [{ studentId: fellowId, updatedAtMs: null }];
  const extensions = `${page}/${open.assignmentId}/extensions`;
  return {
    [`${of} saveAssignmentAction`]: {
      page: `${page}/${draftId}/edit`,
      input: { ...draft, revision: 0, input: ASSIGNMENT, publish: false },
    },
    [`${of} setStatusAction`]: { page, input: { ...draft, revision: 0, status: "published" } },
    [`${of} duplicateAssignmentAction`]: { page, input: ids },
    [`${of} deleteDraftAction`]: { page, input: draft },
    [`${of} setExtensionsAction`]: { page: extensions, input: { ...ids, seen, extension: EXTENSION } },
    [`${of} removeExtensionsAction`]: { page: extensions, input: { ...ids, seen } },
    [`${of}/[assignmentId]/attempts startAttemptAction`]: {
      page: assignmentPath(room, open.assignmentId),
      input: { ...ids, ...CASE },
    },
  };
}

function gradingRequests(room: Room): Record<string, ActionRequest> {
  const { classId, open } = room;
  const { assignmentId, submissionId, pointId } = open;
  const of = "action /classes/[classId]/assignments/[assignmentId]/grading";
  const page = `${assignmentPath(room, assignmentId)}/grading`;
  const one = `${page}/${submissionId}`;
  const ids = { classId, assignmentId };
  const submission = { ...ids, submissionId };
  return {
    [`${of} decidePointsAction`]: {
      page: one,
      input: { ...submission, decisions: [{ pointId, credit: 1, revision: 0 }] },
    },
    [`${of} visitSubmissionAction`]: { page: one, input: { ...submission, sinceMs: 0, isLeaving: false } },
    [`${of} loadHistoryAction`]: { page: one, input: submission },
    [`${of}/groups recalibrateAction`]: { page: `${page}/groups`, input: ids },
    [`${of}/groups setGroupCreditAction`]: {
      page: `${page}/groups`,
      input: { ...ids, pointId, credit: 1, answers: [{ submissionId, revision: 0 }] },
    },
    [`${of} adjustGradeAction`]: {
      page: one,
      input: { ...submission, adjustment: 5, reason: "Kind.", revision: null },
    },
    [`${of} releaseGradesAction`]: { page, input: { ...ids, takesSuggestions: true } },
    [`${of} withdrawGradesAction`]: { page, input: { classId, assignmentId: room.released.assignmentId } },
  };
}

function feedbackRequests(room: Room): Record<string, ActionRequest> {
  const { classId, open, released, bankCommentId } = room;
  const of = "action /classes/[classId]/assignments/[assignmentId]";
  const page = `${assignmentPath(room, open.assignmentId)}/grading/${open.submissionId}`;
  const key = { classId, assignmentId: open.assignmentId, submissionId: open.submissionId };
  const done = { classId, assignmentId: released.assignmentId };
  const results = `${assignmentPath(room, released.assignmentId)}/results/${released.submissionId}`;
  const one = `${of}/grading/[submissionId]`;
  const subject = { pointId: null, anchor: null };
  const { commentId } = open;
  return {
    [`${one} addCommentAction`]: {
      page,
      input: { ...key, comment: { ...subject, id: randomUUID(), body: "Well said.", bankCommentIds: [] } },
    },
    [`${one} editCommentAction`]: { page, input: { ...key, commentId, body: "Say how.", revision: 0 } },
    [`${one} deleteCommentAction`]: { page, input: { ...key, commentId, revision: 0 } },
    [`${one} restoreCommentAction`]: { page, input: { ...key, commentId: open.deletedId } },
    [`${one} saveToBankAction`]: {
      page,
      input: { classId, comment: { stage: null, pointId: null, body: "Again." } },
    },
    [`${one} editBankCommentAction`]: {
      page,
      input: { classId, bankCommentId, before: "Name the metric.", body: "Name a metric." },
    },
    [`${one} deleteBankCommentAction`]: {
      page,
      input: { classId, bankCommentId },
      isRepeatable: true,
    },
    [`${of}/results/[submissionId] askRegradeAction`]: {
      page: results,
      input: {
        ...done,
        submissionId: released.submissionId,
        pointId: released.pointId,
        reason: "It is there.",
      },
    },
    [`${of}/regrades answerRegradeAction`]: {
      page: `${assignmentPath(room, released.assignmentId)}/regrades`,
      input: {
        ...done,
        requestId: released.requestId,
        answer: { status: "declined", answer: "It is not." },
      },
    },
  };
}

function peerRequests(room: Room): Record<string, ActionRequest> {
  const { classId, peer, reviewed } = room;
  const of = "action /classes/[classId]/assignments/[assignmentId]/peer";
  const pageOf = (assignmentId: string) => `${assignmentPath(room, assignmentId)}/peer`;
  const over = { classId, assignmentId: reviewed.assignmentId };
  return {
    [`${of} openReviewsAction`]: {
      page: pageOf(peer.waitingId),
      input: { classId, assignmentId: peer.waitingId },
    },
    // Every point has to be marked.
    [`${of} submitReviewAction`]: {
      page: `${pageOf(peer.givenId)}/${peer.reviewId}`,
      input: {
        classId,
        assignmentId: peer.givenId,
        reviewId: peer.reviewId,
        marks: {},
        comment: "",
        revision: 0,
      },
      honest: "invalid-input",
    },
    [`${of} flagReviewAction`]: {
      page: pageOf(reviewed.assignmentId),
      input: { ...over, reviewId: reviewed.receivedId, reason: "Unkind." },
    },
    [`${of} judgeFlagAction`]: {
      page: pageOf(reviewed.assignmentId),
      input: { ...over, reviewId: reviewed.flaggedId, outcome: "upheld" },
    },
  };
}

function contentRequests(room: Room): Record<string, ActionRequest> {
  const { classId } = room;
  const page = `${pathOf(room)}/content/${CASE.caseSlug}`;
  const of = "action /classes/[classId]/content";
  const target = { classId, ...CASE };
  const pointId = "data-time-split";
  return {
    [`${of} saveClassPointAction`]: {
      page,
      input: { ...target, id: pointId, revision: null, content: { kind: "changed", isCounted: false } },
    },
    [`${of} saveClassFactAction`]: {
      page,
      input: {
        ...{ ...target, id: null, revision: null },
        content: {
          ...{ kind: "added", topic: "scale", ifNeverAsked: "Assume it is small." },
          phrasings: ["How many rooms are there?", "What is the number of rooms?", "Count of rooms, please?"],
          answer: "There are twelve rooms in the building.",
        },
      },
    },
    // Nothing was changed, so there is nothing to take back.
    [`${of} resetClassContentAction`]: {
      page,
      input: { ...target, kind: "point", id: pointId, revision: 0 },
      honest: "conflict",
    },
    [`${of} tryClassPointAction`]: { page, input: { ...target, pointId, answer: "We split by time." } },
    [`${of} tryClassQuestionAction`]: { page, input: { ...target, question: "How many users are there?" } },
    [`${of} checkClassContentAction`]: { page, input: target },
  };
}

function labRequests(room: Room): Record<string, ActionRequest> {
  const { classId, open } = room;
  const page = "/lab/video";
  const ids = { classId, assignmentId: open.assignmentId };
  const outcome = outcomeOf([1, 2, 3], [{ name: "recall", value: 0.5 }]);
  return {
    "action /lab labAssignmentAction": { page, input: ids },
    "action /lab attachEvidenceAction": { page, input: { ...ids, path: "/lab/video", outcome } },
    "action /lab readEvidenceAction": { page, input: { evidenceId: open.evidenceId } },
  };
}

export const classActions = (room: Room): Record<string, ActionRequest> => ({
  ...settingRequests(room),
  ...assignmentRequests(room),
  ...gradingRequests(room),
  ...feedbackRequests(room),
  ...peerRequests(room),
  ...contentRequests(room),
  ...labRequests(room),
});
