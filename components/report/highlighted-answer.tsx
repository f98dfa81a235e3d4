import { highlight } from "@/lib/grading/report/highlight";
import type { ReportPoint } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";

type Props = {
  text: string;
  part: Part;
  points: readonly ReportPoint[];
  /** False where the points do not stand on the page, or stand there twice. Default true. */
  isLinked?: boolean;
};

/** The answer as it was written, with the words that earned points marked and linked to the point. */
export function HighlightedAnswer({ text, part, points, isLinked = true }: Props) {
  const receipts = points.flatMap(({ id, receipt }) => (receipt ? [{ pointId: id, receipt }] : []));
  const wording = new Map(points.map((point) => [point.id, point.text]));
  const seen = new Set<string>();
  return (
    <p className="font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap">
      {highlight(text, part, receipts).map((piece) => {
        const [first] = piece.pointIds;
        if (!first) return <span key={piece.start}>{piece.text}</span>;
        if (!isLinked) {
          return (
            <mark
              key={piece.start}
              title={wording.get(first)}
              className="rounded-sm bg-accent-soft text-ink box-decoration-clone"
            >
              {piece.text}
            </mark>
          );
        }
        // The first piece of each receipt is where its point links to.
        const fresh = piece.pointIds.filter((id) => !seen.has(id));
        for (const id of fresh) seen.add(id);
        return (
          <mark key={piece.start} className="rounded-sm bg-accent-soft text-ink box-decoration-clone">
            {fresh.map((id) => (
              <span key={id} id={`receipt-${id}`} className="scroll-mt-24" />
            ))}
            <a
              href={`#point-${first}`}
              className="decoration-accent/50 underline-offset-4 hover:underline"
              title={wording.get(first)}
            >
              {piece.text}
            </a>
          </mark>
        );
      })}
    </p>
  );
}
