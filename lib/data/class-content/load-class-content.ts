/** What the staff of a class reads: the cases with how much of each the class changed, and one case with its changes. */
import "server-only";
import { type FactEntry, outlineOf, type PointEntry } from "@/lib/classroom/class-content/outline";
import { STAFF } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { Stage } from "@/lib/framework/stages";
import type { Viewer } from "@/lib/viewer";
import { caseNamed } from "./change-class-content";
import { readRows, toContent } from "./rows";

export type CaseSummary = { slug: string; title: string; points: number; facts: number };

export async function listClassCases(viewer: Viewer, classId: string): Promise<CaseSummary[]> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const points = await db.classPoint.groupBy({ by: ["caseSlug"], where: { classId }, _count: true });
  const facts = await db.classFact.groupBy({ by: ["caseSlug"], where: { classId }, _count: true });
  const countOf = (rows: typeof points, slug: string) =>
    rows.find(({ caseSlug }) => caseSlug === slug)?._count ?? 0;
  return listCases().map(({ slug, meta }) => ({
    slug,
    title: meta.title,
    points: countOf(points, slug),
    facts: countOf(facts, slug),
  }));
}

export type LoadedClassCase = {
  caseSlug: string;
  title: string;
  mayEdit: boolean;
  points: PointEntry[];
  facts: FactEntry[];
  /** Chapter headings that points of a stage are explained by. */
  chapters: Partial<Record<Stage, string[]>>;
};

export async function loadClassCase(
  viewer: Viewer,
  classId: string,
  caseSlug: string,
): Promise<LoadedClassCase> {
  const db = await database();
  const { role, isArchived } = await requireMember(db, viewer, classId, STAFF);
  const found = caseNamed(caseSlug);
  const rows = await readRows(db, classId, caseSlug);
  const revisionsOf = (list: typeof rows.points) => new Map(list.map(({ id, revision }) => [id, revision]));
  const revisions = { points: revisionsOf(rows.points), facts: revisionsOf(rows.facts) };
  const chapters: LoadedClassCase["chapters"] = {};
  for (const { stage, chapter } of found.rubric.points) {
    const known = chapters[stage] ?? [];
    chapters[stage] = known.includes(chapter) ? known : [...known, chapter];
  }
  return {
    caseSlug,
    title: found.meta.title,
    mayEdit: role === "instructor" && !isArchived,
    ...outlineOf(found, toContent(rows), revisions),
    chapters,
  };
}
