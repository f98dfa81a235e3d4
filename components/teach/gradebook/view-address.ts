import type { GradebookView } from "@/lib/classroom/gradebook/rows";

/** The address of another view of the gradebook; what stands as in the first view is left out. */
export function viewAddress(classId: string, view: GradebookView, change: Partial<GradebookView>): string {
  const { sort, direction, section, find, page } = { ...view, page: 1, ...change };
  const query = new URLSearchParams();
  if (sort !== "name") query.set("sort", sort);
  if (direction !== "ascending") query.set("direction", direction);
  if (section !== "") query.set("section", section);
  if (find !== "") query.set("find", find);
  if (page !== 1) query.set("page", String(page));
  const text = query.toString();
  return `/classes/${classId}/gradebook${text === "" ? "" : `?${text}`}`;
}
