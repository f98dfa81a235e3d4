/** Who is looking at a page of a class. Every page below [classId] begins with it; its query asks again. */
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { currentViewer } from "@/lib/auth/viewer";
import { type ClassRole, MEMBERS } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

const membership = cache(async (classId: string): Promise<{ viewer: Viewer; member: Membership }> => {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/classes/${encodeURIComponent(classId)}`);
  return { viewer, member: await orNotFound(requireMember(await database(), viewer, classId)) };
});

/** What the viewer may not see does not exist for them: the page for a missing address. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "forbidden")) notFound();
    throw error;
  }
}

/** Asked once a request. Nobody signed in is sent to sign in; a stranger or another role finds nothing. */
export async function pageMember(
  classId: string,
  roles: readonly ClassRole[] = MEMBERS,
): Promise<{ viewer: Viewer; member: Membership }> {
  const found = await membership(classId);
  if (!roles.includes(found.member.role)) notFound();
  return found;
}
