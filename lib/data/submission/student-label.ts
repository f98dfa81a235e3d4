/**
 * What a student is called in front of the staff. While the grades of an anonymous assignment are not released it is
 * a number and nothing else; every page, export and log of an assignment asks here, so that there is one rule.
 */
import "server-only";

/** The columns of an assignment that decide it. */
export type Anonymity = { isAnonymous: boolean; gradesReleasedAt: Date | null };
export type StudentLabel = {
  /** Can always be shown. */
  label: string;
  /** Null while students are hidden; then their user id, email and interview id stay behind as well. */
  name: string | null;
};

export const hidesStudents = ({ isAnonymous, gradesReleasedAt }: Anonymity): boolean =>
  isAnonymous && gradesReleasedAt === null;

/** `alias` is the submission's; it is the same over a student's attempts. */
export function studentLabel(
  assignment: Anonymity,
  submission: { alias: number; student: { name: string } },
): StudentLabel {
  if (hidesStudents(assignment)) return { label: `Student ${submission.alias}`, name: null };
  const { name } = submission.student;
  return { label: name, name };
}
