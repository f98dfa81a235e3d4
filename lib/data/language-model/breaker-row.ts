/** The circuit breaker's one row: the same for all processes, changed under its lock. */
import "server-only";
import { database } from "@/lib/data/database";
import type { ModelFailure } from "@/lib/interview/model-failure";
import { admit, afterFailure, type Breaker, CLOSED } from "@/lib/llm/breaker";

const ID = 1;
type Row = { failures: number; openUntil: Date | null; probeUntil: Date | null };

const toBreaker = (row: Row | undefined): Breaker =>
  row
    ? {
        failures: row.failures,
        openUntilMs: row.openUntil?.getTime() ?? null,
        probeUntilMs: row.probeUntil?.getTime() ?? null,
      }
    : CLOSED;

const toRow = ({ failures, openUntilMs, probeUntilMs }: Breaker): Row => ({
  failures,
  openUntil: openUntilMs === null ? null : new Date(openUntilMs),
  probeUntil: probeUntilMs === null ? null : new Date(probeUntilMs),
});

/** Null from `change` leaves the row as it is. */
async function changeBreaker(
  change: (breaker: Breaker) => Breaker | null,
  also: { lastFailure?: string; lastFailureAt?: Date } = {},
): Promise<boolean> {
  const db = await database();
  return db.$transaction(async (tx) => {
    await tx.languageModelBreaker.createMany({ data: [{ id: ID, ...toRow(CLOSED) }], skipDuplicates: true });
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT "failures", "openUntil", "probeUntil" FROM "LanguageModelBreaker" WHERE "id" = ${ID} FOR UPDATE`;
    const next = change(toBreaker(row));
    if (!next) return false;
    await tx.languageModelBreaker.update({ where: { id: ID }, data: { ...toRow(next), ...also } });
    return true;
  });
}

/** True when a call may begin. */
export const admitCall = (now: Date): Promise<boolean> =>
  changeBreaker((breaker) => admit(breaker, now.getTime()));

export const noteSuccess = (): Promise<boolean> => changeBreaker(() => CLOSED);

export const noteFailure = (failure: ModelFailure, now: Date): Promise<boolean> =>
  changeBreaker((breaker) => afterFailure(breaker, now.getTime()), {
    lastFailure: failure,
    lastFailureAt: now,
  });

export async function readBreaker(): Promise<{
  breaker: Breaker;
  lastFailure: string | null;
  lastFailureAt: Date | null;
}> {
  const row = await (await database()).languageModelBreaker.findUnique({ where: { id: ID } });
  return {
    breaker: toBreaker(row ?? undefined),
    lastFailure: row?.lastFailure ?? null,
    lastFailureAt: row?.lastFailureAt ?? null,
  };
}
