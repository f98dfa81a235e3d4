import Link from "next/link";
import { assignmentPath } from "@/lib/classroom/paths";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";

/** The way back to an assignment, above the title of each page below it. */
export const AssignmentLink = ({ ids, title }: { ids: AssignmentIds; title: string }) => (
  <Link href={assignmentPath(ids.classId, ids.assignmentId)} prefetch={false}>
    {title}
  </Link>
);
