/** Between the columns that hold an assignment's dates and what lib/classroom/dates reckons with. */
import "server-only";
import type { Extension } from "@/lib/classroom/assignment";
import type { AssignmentDates } from "@/lib/classroom/dates/effective-dates";

export const DATE_COLUMNS = { releaseAt: true, dueAt: true, lateDueAt: true, attempts: true } as const;

type DateColumns = { releaseAt: Date; dueAt: Date; lateDueAt: Date | null; attempts: number };
type ExtensionColumns = {
  releaseAt: Date | null;
  dueAt: Date | null;
  lateDueAt: Date | null;
  timeMultiplier: number;
  extraAttempts: number;
};

const toMs = (instant: Date | null): number | null => instant?.getTime() ?? null;

export const toDates = (row: DateColumns): AssignmentDates => ({
  releaseAtMs: row.releaseAt.getTime(),
  dueAtMs: row.dueAt.getTime(),
  lateDueAtMs: toMs(row.lateDueAt),
  attempts: row.attempts,
});

export const toExtension = (row: ExtensionColumns): Extension => ({
  releaseAtMs: toMs(row.releaseAt),
  dueAtMs: toMs(row.dueAt),
  lateDueAtMs: toMs(row.lateDueAt),
  timeMultiplier: row.timeMultiplier,
  extraAttempts: row.extraAttempts,
});
