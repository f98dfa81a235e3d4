import { highlight } from "@/lib/grading/report/highlight";
import type { ReportFinding } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";
import { EARNED, lookOf, type MarkedPoint, marksOf } from "./answer-marks";

type Props = {
  text: string;
  part: Part;
  points: readonly MarkedPoint[];
  /** Words that a finding points at are marked too, and lead to it. */
  findings?: readonly ReportFinding[] | undefined;
  /** False where the points do not stand on the page, or stand there twice. Default true. */
  isLinked?: boolean;
};

/** The answer as it was written, with the words that earned points marked and linked to the point. */
export function HighlightedAnswer({ text, part, points, findings = [], isLinked = true }: Props) {
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
          <mark key={piece.start} className={lookOf(first, piece.pointIds, null)}>
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
