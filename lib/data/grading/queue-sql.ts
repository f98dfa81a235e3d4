/**
 * The pieces of SQL that a queue and its neighbours share: what is in it, and in which order. Only kept submissions are
 * graded. Orders depend on nothing that grading changes, but for "undecided first", which only parts in two.
 */
import "server-only";
import { CREDIT_TOLERANCE } from "@/lib/classroom/grading/decide";
import { DOUBTFUL_VERDICTS, type GradingView, type QueueFilter } from "@/lib/classroom/grading/view";
import { Prisma } from "@/lib/generated/prisma/client";

const { sql, empty } = Prisma;

/** Points that count, of the stage or of all. */
export const countedPoints = (assignmentId: string, { stage }: Pick<GradingView, "stage">) => sql`
  p."assignmentId" = ${assignmentId}::uuid AND p."isExpected" ${stage ? sql`AND p.stage = ${stage}` : empty}`;

export const keptSubmissions = (assignmentId: string) => sql`
  s."assignmentId" = ${assignmentId}::uuid AND s."isKept" AND s."submittedAt" IS NOT NULL`;

/** Points of which the machine itself says that a person should judge. */
export const isDoubtful = sql`p."machineVerdict" IN (${Prisma.join([...DOUBTFUL_VERDICTS])})`;

/** Points to which a person gave another credit than the machine had found, whatever the class's corrections suggested. */
export const isDiffering = sql`abs(p.credit - p."machineCredit") >= ${CREDIT_TOLERANCE}`;

/** By what a reader may see: of hidden students the number, never the order of their names. */
export function inOrder(
  view: Pick<GradingView, "order">,
  hidesNames: boolean,
  name: Prisma.Sql = sql`u.name`,
): Prisma.Sql {
  const label = hidesNames ? sql`s.alias, s.id` : sql`lower(${name}), s.alias, s.id`;
  return view.order === "doubts" ? sql`doubts DESC, ${label}` : label;
}

/** `find` is looked for in what a reader may see. */
function found(find: string, hidesNames: boolean) {
  if (find === "") return empty;
  const pattern = `%${find.replace(/[\\%_]/g, (symbol) => `\\${symbol}`)}%`;
  return hidesNames ? sql`AND ('student ' || s.alias) ILIKE ${pattern}` : sql`AND u.name ILIKE ${pattern}`;
}

/** What each filter asks of a submission `s`, over the points `p` that were counted of it. */
const OF_FILTER: Record<QueueFilter, Prisma.Sql> = {
  all: empty,
  undecided: sql`AND coalesce(p.decided, 0) < coalesce(p.points, 0)`,
  decided: sql`AND p.points > 0 AND p.decided = p.points`,
  differs: sql`AND p.differing > 0`,
  flagged: sql`AND EXISTS (SELECT 1 FROM "Report" r
    WHERE r."interviewId" = s."interviewId" AND jsonb_array_length(r.content -> 'flags') > 0)`,
  late: sql`AND s."lateSeconds" > 0`,
  evidence: sql`AND EXISTS (SELECT 1 FROM "LabEvidence" e WHERE e."submissionId" = s.id)`,
  regrade: sql`AND EXISTS (SELECT 1 FROM "RegradeRequest" r WHERE r."submissionId" = s.id AND r.status = 'open')`,
};

export const filtered = ({ filter, find }: Pick<GradingView, "filter" | "find">, hidesNames: boolean) =>
  sql`${OF_FILTER[filter]} ${found(find, hidesNames)}`;
