/**
 * The case that an interview is about, as it was when the interview started: with what the class had added and
 * reworded by then, or as it stands in content/. Every reader of an interview takes it from here, so that the
 * interviewer, the report, a second grader and a partner have the same one before them.
 */
import "server-only";
import { classContentSchema } from "@/lib/classroom/class-content/schema";
import { type PreparedCase, preparedCase } from "@/lib/content/prepared-case";

/** The columns of an interview's row that say which case it is about. */
export type CaseColumns = {
  caseSlug: string;
  /** lib/classroom/class-content: ClassContent; null for the case's own. */
  classContent: unknown;
};
export const CASE_COLUMNS = { caseSlug: true, classContent: true } as const;

/** Null when the case is no longer part of this Shortlist. */
export function caseOfInterview({ caseSlug, classContent }: CaseColumns): PreparedCase | null {
  return preparedCase(caseSlug, classContent === null ? null : classContentSchema.parse(classContent));
}
