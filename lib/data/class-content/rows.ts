/** The two tables of what a class changes of a case as one: points and facts are written in the same way. */
import "server-only";
import { type ClassContent, classContentSchema } from "@/lib/classroom/class-content/schema";
import type { Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";

export type ContentKind = "point" | "fact";
export type ContentKey = { classId: string; caseSlug: string; kind: ContentKind; id: string };
type Row = { id: string; content: Prisma.JsonValue; revision: number };

/** All rows of a class and a case; ids of a class's own sort by when they were made. */
export async function readRows(
  db: Transaction,
  classId: string,
  caseSlug: string,
): Promise<{ points: Row[]; facts: Row[] }> {
  const where = { classId, caseSlug };
  const points = await db.classPoint.findMany({ where, orderBy: { pointId: "asc" } });
  const facts = await db.classFact.findMany({ where, orderBy: { factId: "asc" } });
  return {
    points: points.map(({ pointId: id, content, revision }) => ({ id, content, revision })),
    facts: facts.map(({ factId: id, content, revision }) => ({ id, content, revision })),
  };
}

/** Without revisions: what lib/classroom/class-content lays over a case. */
export function toContent({ points, facts }: Awaited<ReturnType<typeof readRows>>): ClassContent {
  const bare = ({ id, content }: Row) => ({ id, content });
  return classContentSchema.parse({ points: points.map(bare), facts: facts.map(bare) });
}

type Json = Prisma.InputJsonValue;

export async function insertRow(tx: Transaction, { kind, id, ...of }: ContentKey, content: Json) {
  const { count } =
    kind === "point"
      ? await tx.classPoint.createMany({ data: [{ ...of, pointId: id, content }], skipDuplicates: true })
      : await tx.classFact.createMany({ data: [{ ...of, factId: id, content }], skipDuplicates: true });
  return count;
}

/** @returns 0 when the row is gone, or no longer of that revision. */
export async function updateRow(
  tx: Transaction,
  { kind, id, ...of }: ContentKey,
  revision: number,
  content: Json,
) {
  const data = { content, revision: { increment: 1 } };
  const { count } =
    kind === "point"
      ? await tx.classPoint.updateMany({ where: { ...of, pointId: id, revision }, data })
      : await tx.classFact.updateMany({ where: { ...of, factId: id, revision }, data });
  return count;
}

export async function deleteRow(tx: Transaction, { kind, id, ...of }: ContentKey, revision: number) {
  const { count } =
    kind === "point"
      ? await tx.classPoint.deleteMany({ where: { ...of, pointId: id, revision } })
      : await tx.classFact.deleteMany({ where: { ...of, factId: id, revision } });
  return count;
}
