import { assignmentPath } from "@/lib/classroom/paths";
import type { LoadedInterview } from "@/lib/data/interview/load-interview";

/** Where an interview leads once it is submitted: to its report, or to the assignment that it was an attempt at. */
export const pathAfter = ({ id, assignment }: LoadedInterview): string =>
  assignment ? assignmentPath(assignment.classId, assignment.assignmentId) : `/interviews/${id}/report`;
