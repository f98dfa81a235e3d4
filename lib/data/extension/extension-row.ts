/** Between an extension's row and what it grants. */
import "server-only";
import type { Grant } from "@/lib/classroom/extension-input";
import type { Extension as ExtensionRow } from "@/lib/generated/prisma/client";

export const EXTENSION_COLUMNS = {
  studentId: true,
  releaseAt: true,
  dueAt: true,
  lateDueAt: true,
  timeMultiplier: true,
  extraAttempts: true,
  isExcused: true,
} as const;
type Columns = Pick<ExtensionRow, keyof typeof EXTENSION_COLUMNS>;

/** All but the reason, which is for the staff. */
export const toExtension = (row: Columns): Omit<Grant, "reason"> => ({
  releaseAtMs: row.releaseAt?.getTime() ?? null,
  dueAtMs: row.dueAt?.getTime() ?? null,
  lateDueAtMs: row.lateDueAt?.getTime() ?? null,
  timeMultiplier: row.timeMultiplier,
  extraAttempts: row.extraAttempts,
  isExcused: row.isExcused,
});

const asDate = (ms: number | null) => (ms === null ? null : new Date(ms));

export const toExtensionColumns = ({ releaseAtMs, dueAtMs, lateDueAtMs, ...rest }: Grant) => ({
  ...rest,
  releaseAt: asDate(releaseAtMs),
  dueAt: asDate(dueAtMs),
  lateDueAt: asDate(lateDueAtMs),
});
