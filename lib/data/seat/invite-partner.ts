/**
 * Offers the interviewer's seat of the viewer's own running interview by a new link. An offer replaces the one before:
 * its link stops working, and a partner who sat there has to get the new one. An assigned exam has no such seat.
 */
import "server-only";
import { randomBytes } from "node:crypto";
import { database } from "@/lib/data/database";
import { hashToken } from "@/lib/data/hash-token";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { closed, notFound } from "@/lib/errors";
import { offeredSeat } from "@/lib/interview/seat/seat";
import type { Viewer } from "@/lib/viewer";
import { toColumns } from "./seat-rows";

/** @returns the token, this once; only its hash is stored. */
export async function invitePartner(
  viewer: Viewer,
  interviewId: string,
  now: Date,
): Promise<{ token: string }> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const token = randomBytes(24).toString("base64url");
  const db = await database();
  await db.$transaction(async (tx) => {
    // Two offers at once have one order, so that one seat is open afterwards.
    const [owned] = await tx.$queryRaw<{ submittedAt: Date | null; mode: string; isAssigned: boolean }[]>`
      SELECT "submittedAt", "mode",
        EXISTS (SELECT 1 FROM "Submission" s WHERE s."interviewId" = "Interview"."id") AS "isAssigned"
      FROM "Interview" WHERE "id" = ${interviewId}::uuid AND "ownerId" = ${viewer.userId} FOR UPDATE`;
    if (!owned) throw notFound("interview");
    if (owned.isAssigned && owned.mode === "exam")
      throw closed("Nobody else sits in an exam that is part of an assignment.");
    if (owned.submittedAt) throw closed("This interview is over; nobody can join it any more.");
    await tx.seat.updateMany({ where: { interviewId, endedAt: null }, data: { endedAt: now } });
    const seat = toColumns(offeredSeat(now.getTime()));
    await tx.seat.create({ data: { ...seat, interviewId, tokenHash: hashToken(token), createdAt: now } });
  });
  return { token };
}
