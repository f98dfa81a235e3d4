import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AssignmentLink } from "@/components/teach/assignment/assignment-link";
import { RegradeListView } from "@/components/teach/regrade/regrade-list";
import { STAFF } from "@/lib/classroom/roles";
import { listRegrades } from "@/lib/data/regrade/list-regrades";
import { formatWithNoun } from "@/lib/framework/units";
import { orNotFound, pageMember } from "../../../page-member";
import { answerRegradeAction } from "./actions";

export const metadata: Metadata = { title: "Regrade requests", robots: { index: false } };

export default async function RegradesPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/regrades">) {
  const ids = await params;
  const { viewer, member } = await pageMember(ids.classId, STAFF);
  const list = await orNotFound(listRegrades(viewer, ids));
  const open = list.requests.filter(({ status }) => status === "open").length;
  return (
    <PageShell>
      <PageHeader
        eyebrow={<AssignmentLink ids={ids} title={list.assignmentTitle} />}
        title="Regrade requests"
        lead={open > 0 ? `${formatWithNoun(open, "request")} to answer.` : undefined}
      />
      <RegradeListView {...{ ids, list }} timeZone={member.timeZone} answer={answerRegradeAction} />
    </PageShell>
  );
}
