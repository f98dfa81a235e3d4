/** Writes what an import's plan says, a few statements for any number of rows. */
import "server-only";
import type { ImportPlan, RosterEntry } from "@/lib/classroom/roster/plan-import";
import type { Transaction } from "@/lib/data/database";

const ROWS_A_STATEMENT = 1_000;

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    yield rows.slice(from, from + ROWS_A_STATEMENT);
}

type Changed = { entryId: string } & Pick<RosterEntry, "name" | "studentNumber" | "section" | "role">;

async function updateEntries(db: Transaction, classId: string, rows: readonly Changed[]): Promise<void> {
  const column = <K extends keyof Changed>(key: K) => rows.map((row) => row[key]);
  await db.$executeRaw`
    UPDATE "RosterEntry" r
    SET "name" = v."name", "studentNumber" = v."studentNumber", "section" = v."section", "role" = v."role"
    FROM unnest(${column("entryId")}::uuid[], ${column("name")}::text[], ${column("studentNumber")}::text[],
      ${column("section")}::text[], ${column("role")}::text[]) AS v("id", "name", "studentNumber", "section", "role")
    WHERE r."id" = v."id" AND r."classId" = ${classId}::uuid`;
}

/** What a changed entry becomes: what the file has no column for stays. */
async function changedEntries(db: Transaction, classId: string, plan: ImportPlan): Promise<Changed[]> {
  const changed = plan.rows.flatMap(({ fate }) => (fate.kind === "changed" ? [fate] : []));
  if (changed.length === 0) return [];
  const rows = await db.rosterEntry.findMany({ where: { classId } });
  const before = new Map(rows.map((row) => [row.id, row]));
  return changed.flatMap(({ entryId, person: { email: _, ...person } }) => {
    const row = before.get(entryId);
    return row ? [{ ...(row as unknown as RosterEntry), ...person, entryId }] : [];
  });
}

export async function writePlan(
  db: Transaction,
  classId: string,
  plan: ImportPlan,
  dropped: readonly RosterEntry[],
  now: Date,
): Promise<void> {
  const added = plan.rows.flatMap(({ fate }) => (fate.kind === "new" ? [fate.person] : []));
  for (const part of chunks(added))
    await db.rosterEntry.createMany({ data: part.map((person) => ({ ...person, classId, createdAt: now })) });
  for (const part of chunks(await changedEntries(db, classId, plan))) await updateEntries(db, classId, part);
  for (const part of chunks(dropped))
    await db.rosterEntry.deleteMany({ where: { classId, id: { in: part.map(({ entryId }) => entryId) } } });
}
