/**
 * An instructor adds, rewords, leaves out or takes back a point or a fact of a case, for one class. What was changed
 * meanwhile is not overwritten: a change names the revision that it is made upon. Each stands in the class's log.
 */
import "server-only";
import { randomBytes } from "node:crypto";
import { differenceOfFact, differenceOfPoint } from "@/lib/classroom/class-content/difference";
import { classOwnId } from "@/lib/classroom/class-content/ids";
import {
  type ClassContent,
  type ClassFactContent,
  type ClassPointContent,
  MOST_ADDED,
} from "@/lib/classroom/class-content/schema";
import { withClassContent } from "@/lib/classroom/class-content/with-class-content";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import type { Case } from "@/lib/content/parse";
import { appendClassLog } from "@/lib/data/class/append-log";
import { lockClass } from "@/lib/data/class/lock-class";
import { requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { closed, conflict, notFound } from "@/lib/errors";
import { STAGE_INFO } from "@/lib/framework/stages";
import type { Viewer } from "@/lib/viewer";
import {
  type ContentKey,
  type ContentKind,
  deleteRow,
  insertRow,
  readRows,
  toContent,
  updateRow,
} from "./rows";

type Change = { kind: "point"; content: ClassPointContent } | { kind: "fact"; content: ClassFactContent };
export type ContentInput = {
  classId: string;
  caseSlug: string;
  /** Null: a new one of the class's own. */
  id: string | null;
  /** Of the class's row that the change is made upon; null: there was none. */
  revision: number | null;
};

const CHANGED_MEANWHILE = "Somebody changed it meanwhile. Look at what it says now, and change that.";

export function caseNamed(slug: string): Case {
  const found = listCases().find((candidate) => candidate.slug === slug);
  if (!found) throw notFound("case");
  return found;
}

/** What is to be stored; null when that is what the case says anyway. */
function toStore(found: Case, id: string | null, change: Change) {
  if (change.content.kind === "added") return change.content;
  if (change.kind === "point") {
    const point = found.rubric.points.find((one) => one.id === id);
    if (!point) throw notFound("point");
    return differenceOfPoint(point, change.content);
  }
  const fact = found.interviewer.facts.find((one) => one.id === id);
  if (!fact) throw notFound("fact");
  return differenceOfFact(fact, change.content);
}

/** What would leave nothing to grade or to ask is refused, in words. */
function assertWhole(found: Case, content: ClassContent): void {
  const made = withClassContent(found, content);
  const left = new Set([...made.rubric.points, ...made.interviewer.facts].map(({ id }) => id));
  for (const { id, content: change } of content.points) {
    if (change.kind === "added" || change.isCounted || !left.has(id)) continue;
    const stage = made.rubric.points.find((point) => point.id === id)?.stage ?? "clarify";
    throw closed(
      `“${STAGE_INFO[stage].title}” needs a point that every level is expected to make. Add one first, or let this one count.`,
    );
  }
  if (
    content.facts.some(
      ({ id, content: { kind, ...rest } }) => "isKnown" in rest && !rest.isKnown && left.has(id),
    )
  )
    throw closed("The interviewer needs something to tell. Leave one fact.");
}

const listOf = (content: ClassContent, kind: ContentKind): { id: string; content: { kind: string } }[] =>
  kind === "point" ? content.points : content.facts;

function assertRoom(content: ClassContent, kind: ContentKind): void {
  const added = listOf(content, kind).filter((entry) => entry.content.kind === "added").length;
  if (added > MOST_ADDED)
    throw closed(`A class adds at most ${MOST_ADDED} of its own to a case. Remove one first.`);
}

async function write(
  tx: Transaction,
  key: ContentKey,
  revision: number | null,
  content: NonNullable<ReturnType<typeof toStore>> | null,
) {
  let count = 1;
  if (content === null) count = revision === null ? 1 : await deleteRow(tx, key, revision);
  else if (revision === null) count = await insertRow(tx, key, content);
  else count = await updateRow(tx, key, revision, content);
  if (count === 0) throw conflict(CHANGED_MEANWHILE);
}

type Store = { key: ContentKey; revision: number | null; content: ReturnType<typeof toStore> };

/** Writes, looks at the whole that comes of it, and logs, in one transaction with the class locked. */
async function store(viewer: Viewer, { key, revision, content }: Store, found: Case, now: Date) {
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, key.classId, INSTRUCTORS, true);
    await lockClass(tx, key.classId);
    const before = toContent(await readRows(tx, key.classId, key.caseSlug));
    const old = listOf(before, key.kind).find(({ id }) => id === key.id)?.content ?? null;
    if (content?.kind === "added" && revision !== null && old?.kind !== "added")
      throw conflict(CHANGED_MEANWHILE);
    await write(tx, key, revision, content);
    const after = toContent(await readRows(tx, key.classId, key.caseSlug));
    assertRoom(after, key.kind);
    assertWhole(found, after);
    const { kind, id, caseSlug, classId } = key;
    const about = { caseSlug, kind, id };
    await appendClassLog(
      tx,
      viewer,
      [
        {
          classId,
          kind: "class-content-changed",
          ...(kind === "point" ? { pointId: id } : {}),
          before: { ...about, content: old },
          after: { ...about, content },
        },
      ],
      now,
    );
  });
}

/** @returns its id: of a new one, the one that it was given. */
export async function changeClassContent(
  viewer: Viewer,
  { classId, caseSlug, id, revision, ...change }: ContentInput & Change,
  now: Date,
): Promise<{ id: string }> {
  const found = caseNamed(caseSlug);
  const isNew = id === null;
  if (isNew && change.content.kind !== "added") throw notFound(change.kind);
  if (!isNew && change.content.kind === "added" && revision === null) throw notFound(change.kind);
  const own = id ?? classOwnId(now.getTime(), randomBytes(2).toString("hex"));
  const content = toStore(found, id, change);
  const key = { classId, caseSlug, kind: change.kind, id: own };
  await store(viewer, { key, revision: isNew ? null : revision, content }, found, now);
  return { id: own };
}

/** The point or fact is the case's again; one of the class's own is gone. */
export async function resetClassContent(
  viewer: Viewer,
  { classId, caseSlug, kind, id, revision }: ContentKey & { revision: number },
  now: Date,
): Promise<void> {
  const key = { classId, caseSlug, kind, id };
  await store(viewer, { key, revision, content: null }, caseNamed(caseSlug), now);
}
