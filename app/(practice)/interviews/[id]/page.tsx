import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CoachAnswer } from "@/components/interview/answer/coach-answer";
import { ExamAnswer } from "@/components/interview/answer/exam-answer";
import { Workspace } from "@/components/interview/workspace";
import { currentViewer } from "@/lib/auth/viewer";
import { assignmentPath } from "@/lib/classroom/paths";
import { loadInterview } from "@/lib/data/interview/load-interview";
import { AppError } from "@/lib/errors";
import {
  endSeatAction,
  invitePartnerAction,
  pauseInterviewAction,
  saveEventsAction,
  showHintAction,
  submitInterviewAction,
} from "./actions";

export const metadata: Metadata = { title: "Interview", robots: { index: false } };

const actions = {
  save: saveEventsAction,
  showHint: showHintAction,
  pause: pauseInterviewAction,
  invitePartner: invitePartnerAction,
  endSeat: endSeatAction,
  submit: submitInterviewAction,
};

export default async function InterviewPage({ params, searchParams }: PageProps<"/interviews/[id]">) {
  const { id } = await params;
  const { partner } = await searchParams;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/interviews/${encodeURIComponent(id)}`);
  const loaded = await loadInterview(viewer, id, new Date()).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  const { assignment } = loaded;
  if (loaded.submitted && assignment) redirect(assignmentPath(assignment.classId, assignment.assignmentId));
  if (loaded.submitted) redirect(`/interviews/${loaded.id}/report`);
  const answer = loaded.mode === "coach" ? <CoachAnswer /> : <ExamAnswer />;
  return (
    <Workspace loaded={loaded} actions={actions} answer={answer} invitesPartner={partner === "invite"} />
  );
}
