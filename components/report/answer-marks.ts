/** Which words of an answer lead where, and how they look: those that earned a point, those that a finding quotes. */
import type { highlight } from "@/lib/grading/report/highlight";
import type { ReportFinding, ReportPoint } from "@/lib/grading/report/schema";
import { foundId } from "./found-id";

/** Where words lead: what they earned, or the finding that quotes them. */
export type Mark = { anchor: string; href: string; title: string; isEarned: boolean };

export type MarkedPoint = Pick<ReportPoint, "id" | "text" | "receipt">;

export function marksOf(points: readonly MarkedPoint[], findings: readonly ReportFinding[]) {
  const marks = new Map<string, Mark>();
  const receipts: Parameters<typeof highlight>[2][number][] = [];
  for (const { id, text, receipt } of points) {
    if (!receipt) continue;
    marks.set(id, { anchor: `receipt-${id}`, href: `#point-${id}`, title: text, isEarned: true });
    receipts.push({ pointId: id, receipt });
  }
  for (const { id, statement, places } of findings) {
    places.forEach((place, index) => {
      if (place.place !== "text") return;
      const anchor = foundId(id, index);
      marks.set(anchor, { anchor, href: `#finding-${id}`, title: statement, isEarned: false });
      receipts.push({ pointId: anchor, receipt: place });
    });
  }
  return { marks, receipts };
}

const CURRENT = "rounded-sm bg-accent text-accent-ink box-decoration-clone";
const EARNED = "rounded-sm bg-accent-soft text-ink box-decoration-clone";
const FOUND = "bg-transparent text-ink underline decoration-dotted decoration-ink-2 underline-offset-4";

export function lookOf(
  { isEarned }: Mark,
  pointIds: readonly string[],
  currentId: string | null | undefined,
): string {
  if (currentId && pointIds.includes(currentId)) return CURRENT;
  return isEarned ? EARNED : FOUND;
}
