import { HighlightedAnswer } from "@/components/report/highlighted-answer";
import { STAGE_INFO } from "@/lib/framework/stages";
import type { ReportPoint } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";

type Props = { text: string; part: Part; points: readonly ReportPoint[] };

/** Points with their receipts moved to where the words stand in this text; those whose words are not there are left out. */
function pointsIn(text: string, part: Part, points: readonly ReportPoint[]): ReportPoint[] {
  return points.flatMap((point) => {
    const { receipt } = point;
    const start = receipt?.part === part ? text.indexOf(receipt.quote) : -1;
    if (!receipt || start < 0) return [];
    return [{ ...point, receipt: { ...receipt, start, end: start + receipt.quote.length } }];
  });
}

/** One text as it stood, with the words marked that had earned a point by then. */
export function ReplayAnswer({ text, part, points }: Props) {
  const title = part === "whole" ? "Your answer" : `Your answer: ${STAGE_INFO[part].title}`;
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2 text-sm font-medium text-ink-2">{title}</h2>
      {text ? (
        <HighlightedAnswer text={text} part={part} points={pointsIn(text, part, points)} />
      ) : (
        <p className="text-sm text-ink-2">Nothing was written here yet.</p>
      )}
    </section>
  );
}
