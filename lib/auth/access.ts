/** Who may call what. Checked in the action and again, by ownership, in the query; never in a page alone. */
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

/** public: anyone. viewer: anyone with a session, guests too. account: not guests. The rest: that role or admin. */
export const ACCESS_LEVELS = ["public", "viewer", "account", "instructor", "admin"] as const;
export type Access = (typeof ACCESS_LEVELS)[number];

/** @throws AppError unauthenticated or forbidden, with what to do. */
export function assertAccess(access: Access, viewer: Viewer | null): void {
  if (access === "public") return;
  if (!viewer)
    throw new AppError("unauthenticated", "Your session is over. Sign in again; nothing you wrote is lost.");
  if (access === "viewer") return;
  if (viewer.isGuest)
    throw new AppError("unauthenticated", "This needs an account. Make one; your interviews move with you.");
  if (access === "account" || viewer.role === "admin" || viewer.role === access) return;
  throw new AppError("forbidden", "Your role does not allow this.");
}
