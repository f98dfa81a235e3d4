/** Keeps what the partner wrote on the scoring sheet for one point. The sheet is taken with the submission. */
import "server-only";
import { type CaseColumns, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { closed, notFound } from "@/lib/errors";
import type { SheetMark } from "@/lib/learning/scoring-sheet";
import type { Viewer } from "@/lib/viewer";

type Row = CaseColumns & { submittedAt: Date | null };

export async function saveMark(
  viewer: Viewer,
  { seatId, pointId, mark, note }: { seatId: string } & SheetMark,
  now: Date,
): Promise<void> {
  if (!isUuid(seatId)) throw notFound("seat");
  const db = await database();
  await db.$transaction(async (tx) => {
    // Shared: marks do not wait for each other, and a submission comes wholly before or after each.
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT i."caseSlug", i."classContent", i."submittedAt" FROM "Interview" i JOIN "Seat" s ON s."interviewId" = i."id"
      WHERE s."id" = ${seatId}::uuid AND s."partnerId" = ${viewer.userId} AND s."endedAt" IS NULL
      FOR SHARE OF i`;
    if (!row) throw notFound("seat");
    if (row.submittedAt) throw closed("The interview is submitted, and the sheet was taken with it.");
    const points = caseOfInterview(row)?.rubric.points ?? [];
    if (!points.some(({ id }) => id === pointId)) throw notFound("point");
    const written = { mark, note, markedAt: now };
    await tx.seatMark.upsert({
      where: { seatId_pointId: { seatId, pointId } },
      create: { seatId, pointId, ...written },
      update: written,
    });
  });
}
