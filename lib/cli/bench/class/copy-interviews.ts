/** Copies of handed-in interviews for other students: every row that hangs on them, made by the database. */
import { database } from "@/lib/data/database";

export type InterviewCopy = {
  source: { interviewId: string; submissionId: string };
  studentId: string;
  interviewId: string;
  submissionId: string;
  alias: number;
};

/** Tables, the column that ties a row to what is copied, and what of the copy it gets; the other columns stay. */
const TABLES = [
  { table: "Interview", key: "id", of: "sourceInterview", gets: { id: "interviewId", ownerId: "studentId" } },
  {
    table: "InterviewEvent",
    key: "interviewId",
    of: "sourceInterview",
    gets: { interviewId: "interviewId" },
  },
  { table: "Report", key: "interviewId", of: "sourceInterview", gets: { interviewId: "interviewId" } },
  {
    table: "Submission",
    key: "id",
    of: "sourceSubmission",
    gets: { id: "submissionId", interviewId: "interviewId", studentId: "studentId", alias: "alias" },
  },
  {
    table: "SubmissionPoint",
    key: "submissionId",
    of: "sourceSubmission",
    gets: { submissionId: "submissionId" },
  },
  {
    table: "SubmissionDecision",
    key: "submissionId",
    of: "sourceSubmission",
    gets: { submissionId: "submissionId" },
  },
] as const;

/** `jsonb_populate_record` changes the named columns of a row and keeps all others, whatever columns there are. */
function copySql({ table, key, of, gets }: (typeof TABLES)[number]): string {
  const changes = Object.entries(gets).map(([column, from]) => `'${column}', copy."${from}"`);
  return `insert into "${table}" select made.* from copied copy
    join "${table}" original on original."${key}" = copy."${of}"
    cross join lateral jsonb_populate_record(original, jsonb_build_object(${changes.join(", ")})) made`;
}

export async function copyInterviews(copies: readonly InterviewCopy[]): Promise<void> {
  const db = await database();
  const rows = copies.map(({ source, ...copy }) => ({
    ...copy,
    sourceInterview: source.interviewId,
    sourceSubmission: source.submissionId,
  }));
  await db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`create temporary table copied ("studentId" text, "interviewId" uuid,
        "submissionId" uuid, alias int, "sourceInterview" uuid, "sourceSubmission" uuid) on commit drop`);
      await tx.$executeRawUnsafe(
        "insert into copied select * from jsonb_populate_recordset(null::copied, $1::jsonb)",
        JSON.stringify(rows),
      );
      for (const table of TABLES) await tx.$executeRawUnsafe(copySql(table));
    },
    { timeout: 600_000 },
  );
}
