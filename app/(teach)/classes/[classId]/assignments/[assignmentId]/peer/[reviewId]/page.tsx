import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { ReviewForm } from "@/components/teach/peer/review-form";
import { ReviewedAnswer } from "@/components/teach/peer/reviewed-answer";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { STUDENTS } from "@/lib/classroom/roles";
import { loadReview } from "@/lib/data/peer-review/load-review";
import { AppError } from "@/lib/errors";
import { orNotFound, pageMember } from "../../../../page-member";
import { submitReviewAction } from "../actions";

export const metadata: Metadata = { title: "Review an answer", robots: { index: false } };

export default async function ReviewPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/peer/[reviewId]">) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId, STUDENTS);
  const overview = `/classes/${ids.classId}/assignments/${ids.assignmentId}/peer`;
  const review = await orNotFound(loadReview(viewer, ids, new Date())).catch((error: unknown) => {
    // A fellow's answer before the calibration: the overview says what comes first.
    if (error instanceof AppError && error.code === "closed") redirect(overview);
    throw error;
  });
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={review.title} />}
        title={review.isCalibration ? "Calibration answer" : "A fellow's answer"}
        lead={
          review.isCalibration
            ? "Mark it as you would a fellow's. Its marks are known: afterwards you see how near yours are."
            : `Due ${dateWords(review.dueAtMs, member.timeZone)}. You can change it until then.`
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ReviewedAnswer answers={review.answers} board={review.board} />
        <ReviewForm review={review} submit={submitReviewAction} overview={overview} />
      </div>
    </PageShell>
  );
}
