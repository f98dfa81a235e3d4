/** Which students a page shows: words to look for, and the page of what was found. */
import * as z from "zod";

const querySchema = z.object({
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export function studentQuery(searchParams: Record<string, string | string[] | undefined>) {
  const { q: words, page } = querySchema.parse(searchParams);
  return { words, page };
}

/** The address of another page of the same search. */
export const studentsAt = (path: string, words: string, page: number): string =>
  `${path}?${new URLSearchParams({ ...(words && { q: words }), page: String(page) })}`;
