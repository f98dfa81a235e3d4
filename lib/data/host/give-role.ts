/** A host's administrators say who may make classes: they give an account the role of an instructor, and take it. */
import "server-only";
import { database } from "@/lib/data/database";
import { AppError, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type FoundAccount = { userId: string; name: string; email: string; role: string };

export function requireAdmin(viewer: Viewer): void {
  if (viewer.role !== "admin")
    throw new AppError("forbidden", "Only administrators of this Shortlist do this.");
}

/** By the whole address: the list of accounts is nothing to leaf through. */
export async function findAccount(viewer: Viewer, email: string): Promise<FoundAccount> {
  requireAdmin(viewer);
  const db = await database();
  const user = await db.user.findFirst({
    where: { email: email.trim().toLowerCase(), isGuest: false },
    select: { id: true, name: true, email: true, role: true },
  });
  if (!user) throw new AppError("not-found", "No account has this address.");
  const { id: userId, ...rest } = user;
  return { userId, ...rest };
}

/** Between candidate and instructor alone: administrators are not made or unmade here. It holds with the next request. */
export async function giveRole(
  viewer: Viewer,
  userId: string,
  role: "candidate" | "instructor",
): Promise<FoundAccount> {
  requireAdmin(viewer);
  const db = await database();
  const { count } = await db.user.updateMany({
    where: { id: userId, isGuest: false, role: { in: ["candidate", "instructor"] } },
    data: { role },
  });
  if (count === 0) throw notFound("account");
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true },
  });
  return { userId, role, ...user };
}
