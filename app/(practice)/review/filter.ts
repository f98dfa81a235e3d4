/** The filter of a review in its address: ?deck=cases/search-ranking, ?missed=<interview>, ?new=10 more new cards. */
import * as z from "zod";
import { deckIdSchema } from "@/lib/learning/items";

const schema = z.object({
  deck: deckIdSchema.optional().catch(undefined),
  missed: z.uuid().optional().catch(undefined),
  new: z.coerce.number().int().min(0).max(500).optional().catch(undefined),
});

export type ReviewFilter = {
  deck?: string | undefined;
  interviewId?: string | undefined;
  extraNew?: number | undefined;
};

export function readFilter(params: Record<string, string | string[] | undefined>): ReviewFilter {
  const { deck, missed, new: extraNew } = schema.parse(params);
  return { deck, interviewId: missed, extraNew };
}

export function queryOf({ deck, interviewId, extraNew }: ReviewFilter): string {
  const query = new URLSearchParams();
  if (deck) query.set("deck", deck);
  if (interviewId) query.set("missed", interviewId);
  if (extraNew) query.set("new", String(extraNew));
  return query.toString();
}
