/** Which point is graded in groups, by what answers are grouped, and which group is open; it stands in the address. */
import * as z from "zod";

const word = z.string().max(200).nullable().catch(null).default(null);

const groupViewSchema = z.object({
  point: word,
  /** A field of the design; null: by the machine's verdict on the point. */
  field: word.transform((field) => field || null),
  /** The key of the open group; empty: those without a choice. */
  group: word,
  /** Of its members, from 1. */
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type GroupView = z.infer<typeof groupViewSchema>;

/** From an address; what makes no sense there is as if it were not there. */
export const parseGroupView = (query: Record<string, unknown>): GroupView => groupViewSchema.parse(query);

/** The part of an address after "?", with it; empty when nothing is chosen. */
export function groupQuery({ point, field, group, page = 1 }: Partial<GroupView>): string {
  const query = new URLSearchParams();
  if (point) query.set("point", point);
  if (field) query.set("field", field);
  if (group !== null && group !== undefined) query.set("group", group);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}
