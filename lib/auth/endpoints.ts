/**
 * Who may use what: every page, route and server action of the site with the people for whom it works. The one table
 * of its kind. The build fails when an endpoint is missing here or is gone (lib/cli/check-endpoints.ts), and
 * tests/authorisation asks the built server for each cell. It grants nothing: the checks stand in the action and in
 * the query, and this is what they are held against.
 *
 * "Works" is meant of a thing of the student's own (their interview, their submission) or of the class of theirs: a
 * page that shows a visitor how to sign in works for the visitor.
 */

/** `student`, `assistant` and `instructor` are of one class, the two `elsewhere` of another one; `visitor` has no session. */
export const ACTORS = [
  "visitor",
  "guest",
  "candidate",
  "student",
  "student elsewhere",
  "assistant",
  "instructor",
  "instructor elsewhere",
  "admin",
] as const;
export type Actor = (typeof ACTORS)[number];

const EVERYBODY: readonly Actor[] = ACTORS;
/** Anybody with a session, guests too. */
const SESSIONS: readonly Actor[] = ACTORS.filter((actor) => actor !== "visitor");
const ACCOUNTS: readonly Actor[] = SESSIONS.filter((actor) => actor !== "guest");
/** Whose interview, submission or link it is. */
const OWNER: readonly Actor[] = ["student"];
/** Who sits in the interviewer's seat of the owner's interview. */
const PARTNER: readonly Actor[] = ["student elsewhere"];
const ADMIN: readonly Actor[] = ["admin"];
const MEMBERS: readonly Actor[] = ["student", "assistant", "instructor"];
const STAFF: readonly Actor[] = ["assistant", "instructor"];
const INSTRUCTOR: readonly Actor[] = ["instructor"];
/** A student of the class, whose own things these are. */
const STUDENT: readonly Actor[] = ["student"];

/** `page` and `route` by their address, `action` by the address of its file and its name. */
export const ENDPOINTS: Readonly<Record<string, readonly Actor[]>> = {
  "page /": EVERYBODY,
  "page /cases": EVERYBODY,
  "page /cases/[case]": EVERYBODY,
  "page /cheatsheet": EVERYBODY,
  "page /decisions": EVERYBODY,
  "page /decisions/[id]": EVERYBODY,
  "page /estimation": EVERYBODY,
  "page /framework": EVERYBODY,
  "page /framework/[chapter]": EVERYBODY,
  "page /glossary": EVERYBODY,
  "page /grader": EVERYBODY,
  "page /reading": EVERYBODY,
  "page /lab": EVERYBODY,
  "page /lab/ads": EVERYBODY,
  "page /lab/data": EVERYBODY,
  "page /lab/search": EVERYBODY,
  "page /lab/video": EVERYBODY,
  "page /sign-in": EVERYBODY,
  "page /sign-up": EVERYBODY,
  "page /setup/[token]": EVERYBODY,
  "route /api/cards.csv": EVERYBODY,
  "route /api/health": EVERYBODY,
  "route /api/me": EVERYBODY,
  "route /api/quiz": EVERYBODY,
  "route /api/reading": EVERYBODY,
  "route /search-index.json": EVERYBODY,
  "route /search-texts.json": EVERYBODY,

  "page /account": ACCOUNTS,
  "page /host": ADMIN,
  "action /host findAccountAction": ADMIN,
  "action /host giveRoleAction": ADMIN,
  "action /host nameInstructorAction": ADMIN,
  "action / signUpAction": EVERYBODY,
  "action / signInAction": EVERYBODY,
  "action / signOutAction": SESSIONS,
  "action / changePasswordAction": ACCOUNTS,
  "action / deleteAccountAction": ACCOUNTS,
  "action / revokeSessionAction": OWNER,
  "action / revokeOtherSessionsAction": SESSIONS,
  "action / claimAdminAction": ACCOUNTS,

  "page /interviews": EVERYBODY,
  "page /interviews/new": EVERYBODY,
  "page /interviews/compare": OWNER,
  "page /interviews/[id]": OWNER,
  "page /interviews/[id]/replay": OWNER,
  "page /interviews/[id]/report": OWNER,
  "page /shared/[token]": EVERYBODY,
  "page /progress": EVERYBODY,
  "route /api/export/interviews/[id]": OWNER,
  "route /api/interviews/[id]/speech": OWNER,
  "action /interviews/new startInterviewAction": EVERYBODY,
  "action /interviews/[id] saveEventsAction": OWNER,
  "action /interviews/[id] showHintAction": OWNER,
  "action /interviews/[id] pauseInterviewAction": OWNER,
  "action /interviews/[id] invitePartnerAction": OWNER,
  "action /interviews/[id] endSeatAction": OWNER,
  "action /interviews/[id] submitInterviewAction": OWNER,
  "action /interviews/[id]/report revealReportAction": OWNER,
  "action /interviews/[id]/report createShareLinkAction": OWNER,
  "action /interviews/[id]/report revokeShareLinkAction": OWNER,
  "action /interviews/[id]/report askAgainAction": OWNER,

  "page /seat": EVERYBODY,
  "page /seat/[id]": PARTNER,
  "route /api/export/seats": SESSIONS,
  "action /seat takeSeatAction": PARTNER,
  "action /seat/[id] readSeatNewsAction": PARTNER,
  "action /seat/[id] speakAction": PARTNER,
  "action /seat/[id] saveMarkAction": PARTNER,
  "action /seat/[id] occupySeatAction": PARTNER,

  "page /review": EVERYBODY,
  "page /review/cards": EVERYBODY,
  "route /api/export/learning": SESSIONS,
  "action /review addDeckAction": EVERYBODY,
  "action /review addMissedCardsAction": OWNER,
  "action /review gradeItemAction": OWNER,
  "action /review undoGradeAction": OWNER,
  "action /review answerQuestionAction": EVERYBODY,
  "action /review setAsideAction": OWNER,
  "action /review saveLearningSettingsAction": SESSIONS,

  "route /api/export/reading": SESSIONS,
  "action /reading saveProgressAction": SESSIONS,
  "action /reading forgetProgressAction": SESSIONS,
  "action /reading setBookmarkAction": SESSIONS,
  "action /reading saveHighlightAction": SESSIONS,
  "action /reading deleteHighlightAction": OWNER,
  "action /reading mergeReadingAction": SESSIONS,

  "route /api/export/language-model": SESSIONS,

  "page /classes": EVERYBODY,
  "route /api/export/classes": SESSIONS,
  "page /classes/new": ACCOUNTS,
  "page /classes/join": EVERYBODY,
  "action /classes createClassAction": ACCOUNTS,
  "action /classes joinClassAction": ACCOUNTS,
  "page /classes/[classId]": MEMBERS,
  "page /classes/[classId]/members": STAFF,
  "page /classes/[classId]/members/import": INSTRUCTOR,
  "page /classes/[classId]/settings": INSTRUCTOR,
  "page /classes/[classId]/log": STAFF,
  "action /classes/[classId] leaveClassAction": ["student", "assistant"],
  "action /classes/[classId]/settings changeClassAction": INSTRUCTOR,
  "action /classes/[classId]/settings archiveClassAction": INSTRUCTOR,
  "action /classes/[classId]/settings deleteClassAction": INSTRUCTOR,
  "action /classes/[classId]/settings rotateJoinCodeAction": INSTRUCTOR,
  "action /classes/[classId]/settings switchOffJoinCodeAction": INSTRUCTOR,
  "action /classes/[classId]/settings changeJoinSettingsAction": INSTRUCTOR,
  "action /classes/[classId]/members changeRoleAction": INSTRUCTOR,
  "action /classes/[classId]/members removeMemberAction": INSTRUCTOR,
  "action /classes/[classId]/members letInAgainAction": INSTRUCTOR,
  "action /classes/[classId]/members previewRosterAction": INSTRUCTOR,
  "action /classes/[classId]/members importRosterAction": INSTRUCTOR,
  "action /classes/[classId]/members dropRosterEntryAction": INSTRUCTOR,

  "page /classes/[classId]/assignments": MEMBERS,
  "page /classes/[classId]/assignments/new": INSTRUCTOR,
  "page /classes/[classId]/assignments/[assignmentId]": MEMBERS,
  "page /classes/[classId]/assignments/[assignmentId]/edit": INSTRUCTOR,
  "page /classes/[classId]/assignments/[assignmentId]/extensions": STAFF,
  "action /classes/[classId]/assignments saveAssignmentAction": INSTRUCTOR,
  "action /classes/[classId]/assignments setStatusAction": INSTRUCTOR,
  "action /classes/[classId]/assignments duplicateAssignmentAction": INSTRUCTOR,
  "action /classes/[classId]/assignments deleteDraftAction": INSTRUCTOR,
  "action /classes/[classId]/assignments setExtensionsAction": STAFF,
  "action /classes/[classId]/assignments removeExtensionsAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/attempts startAttemptAction": STUDENT,
  "action /lab labAssignmentAction": STUDENT,
  "action /lab attachEvidenceAction": STUDENT,
  "action /lab readEvidenceAction": MEMBERS,

  "page /classes/[classId]/assignments/[assignmentId]/grading": STAFF,
  "page /classes/[classId]/assignments/[assignmentId]/grading/groups": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/groups recalibrateAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/groups setGroupCreditAction": STAFF,
  "page /classes/[classId]/assignments/[assignmentId]/grading/[submissionId]": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading decidePointsAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading visitSubmissionAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading loadHistoryAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading adjustGradeAction": INSTRUCTOR,
  "action /classes/[classId]/assignments/[assignmentId]/grading releaseGradesAction": INSTRUCTOR,
  "action /classes/[classId]/assignments/[assignmentId]/grading withdrawGradesAction": INSTRUCTOR,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] addCommentAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] editCommentAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] deleteCommentAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] restoreCommentAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] saveToBankAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] editBankCommentAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/grading/[submissionId] deleteBankCommentAction":
    STAFF,
  "page /classes/[classId]/assignments/[assignmentId]/results/[submissionId]": STUDENT,
  "page /classes/[classId]/assignments/[assignmentId]/regrades": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/results/[submissionId] askRegradeAction": STUDENT,
  "action /classes/[classId]/assignments/[assignmentId]/regrades answerRegradeAction": STAFF,

  "page /classes/[classId]/assignments/[assignmentId]/peer": MEMBERS,
  "page /classes/[classId]/assignments/[assignmentId]/peer/[reviewId]": STUDENT,
  "action /classes/[classId]/assignments/[assignmentId]/peer openReviewsAction": STAFF,
  "action /classes/[classId]/assignments/[assignmentId]/peer submitReviewAction": STUDENT,
  "action /classes/[classId]/assignments/[assignmentId]/peer flagReviewAction": STUDENT,
  "action /classes/[classId]/assignments/[assignmentId]/peer judgeFlagAction": STAFF,

  "page /classes/[classId]/gradebook": MEMBERS,
  "page /classes/[classId]/gradebook/[studentId]": STAFF,
  "page /classes/[classId]/gradebook/items/[assignmentId]": STAFF,
  "route /api/export/classes/[classId]/gradebook.csv": STAFF,
  "route /api/export/classes/[classId]/gradebook.json": STAFF,
  "route /api/export/classes/[classId]/students/[studentId]": MEMBERS,

  "page /classes/[classId]/content": STAFF,
  "page /classes/[classId]/content/[caseSlug]": STAFF,
  "page /classes/[classId]/content/[caseSlug]/preview": STAFF,
  "action /classes/[classId]/content saveClassPointAction": INSTRUCTOR,
  "action /classes/[classId]/content saveClassFactAction": INSTRUCTOR,
  "action /classes/[classId]/content resetClassContentAction": INSTRUCTOR,
  "action /classes/[classId]/content tryClassPointAction": STAFF,
  "action /classes/[classId]/content tryClassQuestionAction": STAFF,
  "action /classes/[classId]/content checkClassContentAction": STAFF,
};
