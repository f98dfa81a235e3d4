/** Between an assignment's row and its settings: instants there are dates, and its JSON is parsed before use. */
import "server-only";
import {
  type AssignmentSettings,
  assignmentSettingsSchema,
  latePolicySchema,
  peerReviewSettingsSchema,
} from "@/lib/classroom/assignment";
import { type Assignment, Prisma } from "@/lib/generated/prisma/client";

const plainSchema = assignmentSettingsSchema.omit({
  releaseAtMs: true,
  dueAtMs: true,
  lateDueAtMs: true,
  peerReview: true,
  latePolicy: true,
});

/** Every column that a setting stands in. */
export const SETTINGS_COLUMNS = {
  ...(Object.fromEntries(Object.keys(plainSchema.shape).map((key) => [key, true])) as Record<
    keyof typeof plainSchema.shape,
    true
  >),
  releaseAt: true,
  dueAt: true,
  lateDueAt: true,
  peerReview: true,
  latePolicy: true,
} as const;
export type SettingsColumns = Pick<Assignment, keyof typeof SETTINGS_COLUMNS>;

export function toSettings(row: SettingsColumns): AssignmentSettings {
  const plain = Object.fromEntries(
    Object.keys(plainSchema.shape).map((key) => [key, row[key as keyof SettingsColumns]]),
  );
  return {
    ...plainSchema.parse(plain),
    releaseAtMs: row.releaseAt.getTime(),
    dueAtMs: row.dueAt.getTime(),
    lateDueAtMs: row.lateDueAt?.getTime() ?? null,
    latePolicy: latePolicySchema.parse(row.latePolicy),
    peerReview: peerReviewSettingsSchema.nullable().parse(row.peerReview),
  };
}

export function toColumns(settings: AssignmentSettings) {
  const { releaseAtMs, dueAtMs, lateDueAtMs, peerReview, ...plain } = settings;
  return {
    ...plain,
    releaseAt: new Date(releaseAtMs),
    dueAt: new Date(dueAtMs),
    lateDueAt: lateDueAtMs === null ? null : new Date(lateDueAtMs),
    peerReview: peerReview ?? Prisma.DbNull,
  };
}
