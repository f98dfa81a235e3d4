/**
 * What may no longer be changed once somebody has started: it says what interview everybody takes, and two students of
 * one assignment must have taken the same (decision 35). Dates, lateness and what is shown stay open.
 */
import type { AssignmentSettings } from "./assignment";

const FROZEN_WORDS = {
  caseSlugs: "The cases",
  mode: "The mode",
  level: "The level",
  lengthMinutes: "The length",
  stages: "The stages",
} as const satisfies Partial<Record<keyof AssignmentSettings, string>>;
export const FROZEN_SETTINGS = Object.keys(FROZEN_WORDS) as (keyof typeof FROZEN_WORDS)[];

/** Lists of cases and stages are sets: their order is nothing. */
const comparable = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
const differ = (before: AssignmentSettings, after: AssignmentSettings, key: keyof AssignmentSettings) =>
  comparable(before[key]) !== comparable(after[key]);

/** Why a change cannot be made after the first start, by field; empty when it can. */
export function frozenErrors(
  before: AssignmentSettings,
  after: AssignmentSettings,
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const key of FROZEN_SETTINGS)
    if (differ(before, after, key))
      errors[key] = [`${FROZEN_WORDS[key]} cannot change any more: somebody has started.`];
  if (before.isAnonymous && !after.isAnonymous)
    errors.isAnonymous = ["Students have started in the belief that they are graded without their names."];
  return errors;
}

/** The settings that differ, as they were and as they are: what the class's log keeps of a change. */
export function changedSettings(
  before: AssignmentSettings,
  after: AssignmentSettings,
): { before: Partial<AssignmentSettings>; after: Partial<AssignmentSettings> } {
  const changed = (Object.keys(after) as (keyof AssignmentSettings)[]).filter((key) =>
    differ(before, after, key),
  );
  const of = (settings: AssignmentSettings) =>
    Object.fromEntries(changed.map((key) => [key, settings[key]])) as Partial<AssignmentSettings>;
  return { before: of(before), after: of(after) };
}
