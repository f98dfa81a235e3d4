/** Addresses of a class's pages, for links from elsewhere. */

export const assignmentPath = (classId: string, assignmentId: string): string =>
  `/classes/${classId}/assignments/${assignmentId}`;
