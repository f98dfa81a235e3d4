import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { OwnReviews } from "@/components/teach/peer/own-reviews";
import { PeerOverviewView } from "@/components/teach/peer/peer-overview";
import { ReceivedReviews } from "@/components/teach/peer/received-reviews";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { loadPeerOverview } from "@/lib/data/peer-review/load-overview";
import { loadOwnPeerReviews } from "@/lib/data/peer-review/own-reviews";
import { formatWithNoun } from "@/lib/framework/units";
import { orNotFound, pageMember } from "../../../page-member";
import { flagReviewAction, judgeFlagAction, openReviewsAction } from "./actions";

export const metadata: Metadata = { title: "Peer review", robots: { index: false } };

export default async function PeerPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/peer">) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId);
  const inZone = (atMs: number) => dateWords(atMs, member.timeZone);
  if (member.role === "student") {
    const own = await orNotFound(loadOwnPeerReviews(viewer, ids, new Date()));
    const lead = own.isOver
      ? `Reviews were due ${inZone(own.dueAtMs)}.`
      : `Read fellows' answers and mark them by ${inZone(own.dueAtMs)}. Nobody learns whose answer they read or who read theirs.`;
    return (
      <PageShell width="medium">
        <PageHeader
          eyebrow={<AssignmentLink ids={ids} title={own.title} />}
          title="Peer review"
          lead={lead}
        />
        <div className="grid gap-10">
          <OwnReviews ids={ids} own={own} />
          {own.isOver && <ReceivedReviews ids={ids} own={own} flag={flagReviewAction} />}
        </div>
      </PageShell>
    );
  }
  const overview = await orNotFound(loadPeerOverview(viewer, ids, new Date()));
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={overview.title} />}
        title="Peer review"
        lead={`${formatWithNoun(overview.reviewsPerStudent, "review")} each, due ${inZone(overview.dueAtMs)}. ${
          overview.weightPercent === 0
            ? "Reviews make no part of the grade."
            : `Reviews make ${overview.weightPercent} % of the grade.`
        }`}
      />
      <PeerOverviewView
        {...{ ids, overview }}
        closesAt={inZone(overview.closesAtMs)}
        actions={{ open: openReviewsAction, judge: judgeFlagAction }}
      />
    </PageShell>
  );
}
