/** Who sent this request. Identity comes from the session row alone, never from what a client says about itself. */
import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/data/database";
import { AppError } from "@/lib/errors";
import { ROLES, type Viewer } from "@/lib/viewer";
import { auth } from "./auth";

type SessionUser = { id: string; name: string; role?: string | null; isAnonymous?: boolean | null };

function toViewer(user: SessionUser, sessionId: string): Viewer {
  const role = ROLES.find((name) => name === user.role) ?? "candidate";
  return { userId: user.id, role, isGuest: user.isAnonymous === true, name: user.name, sessionId };
}

/** The viewer of this request, or null when nobody is signed in, not even as a guest. Read once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  // Headers first: reading them tells Next that the page is of a person, before anything needs a database.
  const incoming = await headers();
  const found = await (await auth()).api.getSession({ headers: incoming });
  return found ? toViewer(found.user, found.session.id) : null;
});

/** The viewer, made on the spot as a guest with a signed cookie when there is none. Only inside an action. */
export async function ensureViewer(): Promise<Viewer> {
  const existing = await currentViewer();
  if (existing) return existing;
  const api = (await auth()).api;
  const made = await api.signInAnonymous({ headers: await headers() });
  if (!made)
    throw new AppError("unavailable", "A place for your work could not be made. Try again in a moment.");
  const session = await (await database()).session.findUnique({
    where: { token: made.token },
    select: { id: true },
  });
  return toViewer({ ...made.user, isAnonymous: true }, session?.id ?? "");
}
