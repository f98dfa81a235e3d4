/**
 * When a student's own report is theirs to see. An assignment may hold its reports back until its grades are released;
 * until then everything made of the report stays closed to them, whatever the way: page, file, link, replay,
 * comparison, figures, cards. Every query that shows a report to its owner has this in its `where`.
 */
import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Interviews of no assignment, of one that shows reports at once, and of one whose grades are released. */
export const RELEASED = {
  OR: [
    { submission: { is: null } },
    { submission: { is: { assignment: { reportShown: "at-once" } } } },
    { submission: { is: { assignment: { gradesReleasedAt: { not: null } } } } },
  ],
} satisfies Prisma.InterviewWhereInput;

/** A report that its owner has looked at, and may look at. */
export const REVEALED = { selfScores: { isNot: null }, ...RELEASED } satisfies Prisma.InterviewWhereInput;

type Holding = { reportShown: string; gradesReleasedAt: Date | null };
/** The same rule for a row that was read. */
export const isHeldBack = ({ reportShown, gradesReleasedAt }: Holding): boolean =>
  reportShown === "with-grades" && gradesReleasedAt === null;

export const HELD_BACK = "Your instructor releases reports with the grades.";
