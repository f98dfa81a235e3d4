/** Who is asking. Data functions take a Viewer first and put its id in their `where`; they never ask who is logged in. */
export const ROLES = ["candidate", "instructor", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Viewer = {
  readonly userId: string;
  readonly role: Role;
  readonly isGuest: boolean;
  readonly name: string;
  /** The session this request came with, so that a list of sessions can mark it. */
  readonly sessionId: string;
};
