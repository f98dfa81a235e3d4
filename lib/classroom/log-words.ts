/** A class's log in words: what each kind of entry says, and what changed between its before and its after. */
import type { ClassLogKind } from "./class-log";
import { dateWords } from "./dates/date-words";

export const LOG_AREAS = ["class", "members", "assignments", "grades", "peer-review", "exports"] as const;
export type LogArea = (typeof LOG_AREAS)[number];
export const LOG_AREA_WORDS: Record<LogArea, string> = {
  class: "The class",
  members: "Members and roster",
  assignments: "Assignments and attempts",
  grades: "Grading and grades",
  "peer-review": "Peer review",
  exports: "Exports",
};

/** Where an entry belongs, and its verb. A kind without words does not compile. */
export const LOG_KIND_WORDS: Record<ClassLogKind, { area: LogArea; words: string }> = {
  "class-created": { area: "class", words: "made the class" },
  "class-changed": { area: "class", words: "changed the class" },
  "join-code-changed": { area: "class", words: "changed how people join" },
  "class-content-changed": { area: "class", words: "changed the class's content" },
  "roster-imported": { area: "members", words: "imported a roster" },
  "roster-changed": { area: "members", words: "changed the roster" },
  "member-joined": { area: "members", words: "joined" },
  "member-left": { area: "members", words: "left" },
  "member-role-changed": { area: "members", words: "changed the role" },
  "member-removed": { area: "members", words: "removed a member" },
  "member-let-in-again": { area: "members", words: "let a member in again" },
  "instructor-named": { area: "members", words: "named an instructor, as an administrator" },
  "assignment-created": { area: "assignments", words: "made an assignment" },
  "assignment-changed": { area: "assignments", words: "changed an assignment" },
  "assignment-deleted": { area: "assignments", words: "deleted an assignment" },
  "extension-changed": { area: "assignments", words: "changed an extension" },
  "submission-started": { area: "assignments", words: "started an attempt" },
  "submission-submitted": { area: "assignments", words: "submitted an attempt" },
  "evidence-attached": { area: "assignments", words: "attached a lab run" },
  "point-graded": { area: "grades", words: "graded a point" },
  "group-graded": { area: "grades", words: "graded a point for a group" },
  "points-recalibrated": { area: "grades", words: "let suggestions follow the graded answers" },
  "grade-adjusted": { area: "grades", words: "adjusted a grade" },
  "grade-changed": { area: "grades", words: "changed a grade" },
  "grades-released": { area: "grades", words: "released grades" },
  "grades-withdrawn": { area: "grades", words: "withdrew grades" },
  "comment-deleted": { area: "grades", words: "deleted a remark" },
  "comment-restored": { area: "grades", words: "brought a remark back" },
  "regrade-asked": { area: "grades", words: "asked for a regrade" },
  "regrade-answered": { area: "grades", words: "answered a regrade request" },
  "peer-reviews-given": { area: "peer-review", words: "gave out peer reviews" },
  "peer-review-flagged": { area: "peer-review", words: "flagged a peer review" },
  "peer-review-judged": { area: "peer-review", words: "judged a flagged peer review" },
  exported: { area: "exports", words: "exported a file" },
};

/** What an entry says was done; a kind that this version does not know says itself. */
export const kindWords = (kind: string): string =>
  kind in LOG_KIND_WORDS ? LOG_KIND_WORDS[kind as ClassLogKind].words : kind.replaceAll("-", " ");

export const kindsOfArea = (area: LogArea): ClassLogKind[] =>
  (Object.keys(LOG_KIND_WORDS) as ClassLogKind[]).filter((kind) => LOG_KIND_WORDS[kind].area === area);

const MOST_CHANGES = 8;
const LONGEST_VALUE = 80;
const NONE = "none";
/** Bookkeeping that says nothing to a reader. */
const UNSAID = new Set(["id", "revision", "authorId", "createdAt", "anchor"]);

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** "dueAtMs" -> "due at". */
const keyWords = (key: string): string =>
  key
    .replace(/Ms$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

function valueWords(key: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === "") return NONE;
  if (typeof value === "number") return key.endsWith("AtMs") ? dateWords(value, timeZone) : String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/**
 * What differs, a line each: "due at: A → B".
 * @param numbersOnly leaves out every text, which could name somebody, of an entry whose student is hidden
 */
export function changeWords(
  before: unknown,
  after: unknown,
  timeZone: string,
  numbersOnly: boolean,
): string[] {
  const [old, next] = [asRecord(before), asRecord(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((key) => !UNSAID.has(key));
  const isSayable = (value: unknown) =>
    value === undefined || value === null || typeof value === "number" || typeof value === "boolean";
  return (
    keys
      .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(next[key]))
      .filter((key) => !numbersOnly || (isSayable(old[key]) && isSayable(next[key])))
      .map((key) => ({
        key,
        from: valueWords(key, old[key], timeZone),
        to: valueWords(key, next[key], timeZone),
      }))
      // A value that was empty and is left out reads as none both times.
      .filter(({ from, to }) => from !== NONE || to !== NONE)
      .slice(0, MOST_CHANGES)
      .map(({ key, from, to }) =>
        key in old ? `${keyWords(key)}: ${from} → ${to}` : `${keyWords(key)}: ${to}`,
      )
  );
}
