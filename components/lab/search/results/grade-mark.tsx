import { GRADE_WORDS } from "@/components/lab/search/search-words";
import { cx } from "@/components/ui/cx";

const STEPS = [1, 2, 3, 4] as const;

/** The true grade, for the reader only: the number, four strokes that fill up, and the word for those who listen. */
export function GradeMark({ grade }: { grade: number | null }) {
  if (grade === null) return null;
  const words = GRADE_WORDS[grade] ?? "";
  return (
    <span
      title={`True grade ${grade} of 4: ${words}`}
      className="inline-flex items-center gap-1.5 text-xs font-medium tabular-nums"
    >
      <span className="sr-only">true grade </span>
      {grade}
      <span className="sr-only"> of 4, {words}</span>
      <span aria-hidden className="flex items-end gap-px">
        {STEPS.map((step) => (
          <span
            key={step}
            className={cx("w-1 rounded-sm", step <= grade ? "bg-accent" : "bg-line")}
            style={{ height: `${3 + 2.5 * step}px` }}
          />
        ))}
      </span>
    </span>
  );
}
