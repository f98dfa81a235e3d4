import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { OwnAssignmentView } from "@/components/teach/assignment/own-assignment";
import { StartPanel } from "@/components/teach/doing/start-panel";
import { loadOwnAssignment } from "@/lib/data/assignment/own-assignments";
import type { Membership } from "@/lib/data/class/membership";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { loadAttempts } from "@/lib/data/submission/load-attempts";
import type { Viewer } from "@/lib/viewer";
import { orNotFound } from "../../page-member";
import { startAttemptAction } from "./attempts/actions";

type Props = {
  viewer: Viewer;
  member: Membership;
  ids: AssignmentIds;
  caseTitles: ReadonlyMap<string, string>;
};

/** The assignment's page for a student: what is asked, and their own attempts. */
export async function OwnPage({ viewer, member, ids, caseTitles }: Props) {
  const now = new Date();
  const own = await orNotFound(loadOwnAssignment(viewer, ids, now));
  const attempts = await loadAttempts(viewer, ids, now);
  return (
    <PageShell>
      <PageHeader title={own.settings.title} />
      <OwnAssignmentView own={own} timeZone={member.timeZone} caseTitles={caseTitles}>
        <StartPanel view={attempts} timeZone={member.timeZone} start={startAttemptAction} />
      </OwnAssignmentView>
    </PageShell>
  );
}
