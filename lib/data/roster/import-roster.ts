/**
 * Imports a roster: first shown, row by row, then written as it was shown. Only instructors; it makes nobody a member
 * and changes no account. The same file a second time changes nothing.
 */
import "server-only";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { ROSTER_MAX_ROWS } from "@/lib/classroom/roster/limits";
import { parseRoster, type RosterRole } from "@/lib/classroom/roster/parse-roster";
import {
  countFates,
  type ImportPlan,
  planImport,
  type RosterEntry,
} from "@/lib/classroom/roster/plan-import";
import { appendClassLog } from "@/lib/data/class/append-log";
import { linkRoster } from "@/lib/data/class/link-roster";
import { lockClass } from "@/lib/data/class/lock-class";
import { requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { conflict, invalidInput } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { writePlan } from "./write-plan";

/** Ten thousand rows take a second or two; the default of five is too near. */
const PATIENCE_MS = 60_000;

async function currentRoster(db: Transaction, classId: string): Promise<RosterEntry[]> {
  const rows = await db.rosterEntry.findMany({
    where: { classId },
    select: { id: true, email: true, name: true, studentNumber: true, section: true, role: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, role, ...rest }) => ({ entryId: id, role: role as RosterRole, ...rest }));
}

export type RosterPreview = ImportPlan & {
  /** Headers that were not understood. */
  ignored: string[];
};

async function plan(db: Transaction, classId: string, text: string): Promise<RosterPreview> {
  const parsed = parseRoster(text);
  if (!parsed.ok) throw invalidInput(parsed.message);
  return { ...planImport(parsed.rows, await currentRoster(db, classId)), ignored: parsed.ignored };
}

/** What an import of this text would do. Writes nothing. @throws AppError invalid-input when the text is no roster. */
export async function previewRoster(viewer: Viewer, classId: string, text: string): Promise<RosterPreview> {
  const db = await database();
  await requireMember(db, viewer, classId, INSTRUCTORS, true);
  return plan(db, classId, text);
}

export type ImportRequest = {
  text: string;
  /** Whether who is absent from the file is dropped from the roster. Members stay members. */
  dropAbsent: boolean;
  /** What the preview said: an import that would do anything else is refused. */
  shown: { new: number; changed: number; absent: number };
};
export type ImportOutcome = { added: number; changed: number; dropped: number };

export async function importRoster(
  viewer: Viewer,
  classId: string,
  request: ImportRequest,
  now: Date,
): Promise<ImportOutcome> {
  const db = await database();
  return db.$transaction(
    async (tx) => {
      await requireMember(tx, viewer, classId, INSTRUCTORS, true);
      await lockClass(tx, classId);
      const planned = await plan(tx, classId, request.text);
      const counts = countFates(planned.rows);
      const { shown } = request;
      const isAsShown =
        counts.new === shown.new &&
        counts.changed === shown.changed &&
        planned.absent.length === shown.absent;
      if (!isAsShown) throw conflict("The roster has changed since you looked. Check the file again.");
      const dropped = request.dropAbsent ? planned.absent : [];
      const outcome = { added: counts.new, changed: counts.changed, dropped: dropped.length };
      await writePlan(tx, classId, planned, dropped, now);
      if ((await tx.rosterEntry.count({ where: { classId } })) > ROSTER_MAX_ROWS)
        throw conflict(
          `A roster holds at most ${ROSTER_MAX_ROWS} people. Drop who is absent, or split the class.`,
        );
      await linkRoster(tx, classId);
      if (outcome.added + outcome.changed + outcome.dropped > 0)
        await appendClassLog(tx, viewer, [{ classId, kind: "roster-imported", after: outcome }], now);
      return outcome;
    },
    { timeout: PATIENCE_MS },
  );
}
