/** The comment bank: what a class's staff says again and again, and which of it is offered first. */
import * as z from "zod";
import { commentBodySchema } from "@/lib/classroom/feedback/comment";
import { stageSchema } from "@/lib/framework/stage-schemas";
import type { Stage } from "@/lib/framework/stages";

/** More than this cannot be overlooked any more. */
export const MOST_BANK_COMMENTS = 500;

export const newBankCommentSchema = z.strictObject({
  stage: stageSchema.nullable(),
  pointId: z.string().max(120).nullable(),
  body: commentBodySchema,
});
export type NewBankComment = z.infer<typeof newBankCommentSchema>;

export type BankEntry = {
  id: string;
  stage: string | null;
  pointId: string | null;
  body: string;
  uses: number;
};
/** Where a remark is being written. */
export type BankPlace = { stage: Stage | null; pointId: string | null };

/** 0: of this point, 1: of this stage, 2: of no place, 3: of another place. */
function distance(entry: BankEntry, place: BankPlace): number {
  if (entry.pointId !== null) return entry.pointId === place.pointId ? 0 : 3;
  if (entry.stage !== null) return entry.stage === place.stage ? 1 : 3;
  return 2;
}

/** Entries that hold every word of the query; those of the place first, then the most used. */
export function offerBank(entries: readonly BankEntry[], place: BankPlace, query: string): BankEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter(({ body }) => words.every((word) => body.toLowerCase().includes(word)))
    .toSorted(
      (a, b) =>
        distance(a, place) - distance(b, place) || b.uses - a.uses || a.body.localeCompare(b.body, "en"),
    );
}
