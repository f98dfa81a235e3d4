/** Read-only links to a report: made by its owner, with an expiry, revocable. The token itself is never stored. */
import "server-only";
import { randomBytes } from "node:crypto";
import { database } from "@/lib/data/database";
import { hashToken } from "@/lib/data/hash-token";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { RELEASED, REVEALED } from "@/lib/data/submission/released";
import { conflict, notFound } from "@/lib/errors";
import type { Report } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { buildReport } from "./build-report";

const DAY_MS = 86_400_000;
const MOST_LIVING_LINKS = 10;

export type ShareLinkSummary = { id: string; createdAt: Date; expiresAt: Date };

const living = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } });

export async function listShareLinks(
  viewer: Viewer,
  interviewId: string,
  now: Date,
): Promise<ShareLinkSummary[]> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  return db.shareLink.findMany({
    where: { interviewId, interview: { ownerId: viewer.userId }, ...living(now) },
    select: { id: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
}

/** @returns the token, this once. */
export async function createShareLink(
  viewer: Viewer,
  interviewId: string,
  days: number,
  now: Date,
): Promise<{ token: string }> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const owned = await db.interview.findFirst({
    // A link would show what its owner has not looked at yet.
    where: { id: interviewId, ownerId: viewer.userId, ...REVEALED },
    select: { id: true },
  });
  if (!owned) throw notFound("interview");
  if ((await db.shareLink.count({ where: { interviewId, ...living(now) } })) >= MOST_LIVING_LINKS) {
    throw conflict(`There are ${MOST_LIVING_LINKS} living links to this report. Revoke one first.`);
  }
  const token = randomBytes(24).toString("base64url");
  await db.shareLink.create({
    data: { interviewId, tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + days * DAY_MS) },
  });
  return { token };
}

export async function revokeShareLink(viewer: Viewer, linkId: string, now: Date): Promise<void> {
  if (!isUuid(linkId)) throw notFound("link");
  const db = await database();
  const { count } = await db.shareLink.updateMany({
    where: { id: linkId, revokedAt: null, interview: { ownerId: viewer.userId } },
    data: { revokedAt: now },
  });
  if (count === 0) throw notFound("link");
}

/** What a link shows to whoever holds it; null when it is unknown, revoked or expired (all the same to the holder). */
export async function loadSharedReport(token: string, now: Date): Promise<Report | null> {
  const db = await database();
  const link = await db.shareLink.findFirst({
    // Grades that were withdrawn close the links to their reports, too.
    where: { tokenHash: hashToken(token), ...living(now), interview: RELEASED },
    select: { interviewId: true },
  });
  return link ? buildReport(link.interviewId) : null;
}
