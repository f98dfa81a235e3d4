import { highlight } from "@/lib/grading/report/highlight";
import type { ReportFinding, ReportPoint } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";
import { foundId } from "./found-id";

type Props = {
  text: string;
  part: Part;
  points: readonly Pick<ReportPoint, "id" | "text" | "receipt">[];
  /** The point that is looked at just now: its words stand out among the others. */
  currentId?: string | null | undefined;
  /** Words that a finding points at are marked too, and lead to it. */
  findings?: readonly ReportFinding[] | undefined;
  /** False where the points do not stand on the page, or stand there twice. Default true. */
  isLinked?: boolean;
};

/** Where words lead: what they earned, or the finding that quotes them. */
type Mark = { anchor: string; href: string; title: string; isEarned: boolean };

function marksOf(points: Props["points"], findings: readonly ReportFinding[]) {
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

function lookOf(
  { isEarned }: Mark,
  pointIds: readonly string[],
  currentId: string | null | undefined,
): string {
  if (currentId && pointIds.includes(currentId)) return CURRENT;
  return isEarned ? EARNED : FOUND;
}

/** The answer as it was written, with the words that earned points marked and linked to the point. */
export function HighlightedAnswer({ text, part, points, findings = [], isLinked = true, currentId }: Props) {
  const { marks, receipts } = marksOf(points, findings);
  const seen = new Set<string>();
  return (
    <p className="font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap">
      {highlight(text, part, receipts).map((piece) => {
        const own = piece.pointIds.flatMap((id) => marks.get(id) ?? []);
        const first = own.find(({ isEarned }) => isEarned) ?? own[0];
        if (!first) return <span key={piece.start}>{piece.text}</span>;
        if (!isLinked) {
          return (
            <mark key={piece.start} title={first.title} className={EARNED}>
              {piece.text}
            </mark>
          );
        }
        // The first piece of each receipt is where its point links to.
        const fresh = own.filter(({ anchor }) => !seen.has(anchor));
        for (const { anchor } of fresh) seen.add(anchor);
        return (
          <mark key={piece.start} className={lookOf(first, piece.pointIds, currentId)}>
            {fresh.map(({ anchor }) => (
              <span key={anchor} id={anchor} className="scroll-mt-24" />
            ))}
            <a
              href={first.href}
              className={`underline-offset-4 hover:underline ${first.isEarned ? "decoration-accent/50" : ""}`}
              title={first.title}
            >
              {piece.text}
            </a>
          </mark>
        );
      })}
    </p>
  );
}
