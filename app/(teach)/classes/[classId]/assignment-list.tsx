import { OwnAssignmentTable } from "@/components/teach/assignment/own-assignment-table";
import { StaffAssignmentTable } from "@/components/teach/assignment/staff-assignment-table";
import { EmptyState } from "@/components/ui/empty-state";
import { isStaff } from "@/lib/classroom/roles";
import { listAssignments } from "@/lib/data/assignment/list-assignments";
import { listOwnAssignments } from "@/lib/data/assignment/own-assignments";
import type { Membership } from "@/lib/data/class/membership";
import type { Viewer } from "@/lib/viewer";

type Props = { viewer: Viewer; member: Membership; now: Date };

async function StaffList({ viewer, member, now }: Props) {
  const { classId, timeZone } = member;
  const { students, assignments } = await listAssignments(viewer, classId);
  if (assignments.length === 0)
    return (
      <EmptyState title="Nothing is assigned yet">
        An assignment is a case with a mode, a level and a due date. Students take it as an interview.
      </EmptyState>
    );
  return <StaffAssignmentTable {...{ classId, timeZone, students, assignments }} nowMs={now.getTime()} />;
}

async function OwnList({ viewer, member, now }: Props) {
  const { classId, timeZone } = member;
  const assignments = await listOwnAssignments(viewer, classId, now);
  if (assignments.length === 0)
    return (
      <EmptyState title="Nothing is assigned yet">
        Assignments appear here when your instructor releases them.
      </EmptyState>
    );
  return <OwnAssignmentTable {...{ classId, timeZone, assignments }} />;
}

/** A class's assignments: how far the class is for its staff, how they stand themselves for a student. */
export function AssignmentList(props: Props) {
  return isStaff(props.member.role) ? <StaffList {...props} /> : <OwnList {...props} />;
}
