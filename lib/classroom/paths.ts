/** Addresses of a class's pages, for links from elsewhere. */

export const assignmentPath = (classId: string, assignmentId: string): string =>
  `/classes/${classId}/assignments/${assignmentId}`;

/** A student's released result. */
export const resultPath = (classId: string, assignmentId: string, submissionId: string): string =>
  `${assignmentPath(classId, assignmentId)}/results/${submissionId}`;
