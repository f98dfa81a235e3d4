import type { Comparison } from "@/lib/learning/self-scores";

const place = (score: number) => ({ left: `${(score / 4) * 100}%` });

/** Own rating (ring) and the report's (disc) on one line from 0 to 4, with both in words. */
export function SelfScoreMark({ own, report }: Comparison) {
  return (
    <span className="flex items-center gap-2 text-xs font-normal text-ink-2 tabular-nums">
      <span aria-hidden className="relative h-2.5 w-12 shrink-0">
        <span className="absolute inset-x-0 top-1/2 border-t border-line-strong" />
        <span
          className="absolute top-1/2 size-2 -translate-1/2 rounded-full bg-accent"
          style={place(report)}
        />
        <span
          className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-ink-2"
          style={place(own)}
        />
      </span>
      <span className="whitespace-nowrap">
        you {own}, report {report.toFixed(1)}
      </span>
    </span>
  );
}
