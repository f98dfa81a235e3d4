import { Badge } from "@/components/ui/badge";
import { STAGE_INFO } from "@/lib/framework/stages";
import type { ComparedPoint } from "@/lib/learning/partner-comparison";
import { MARK_WORDS } from "@/lib/learning/scoring-sheet";
import { VerdictBadge } from "./verdict-badge";

/** Points that a partner marked, each with both marks, the words that the machine found, and the partner's note. */
export function ComparedPoints({ points }: { points: readonly ComparedPoint[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {points.map(({ point, partner, machine, note }) => (
        <li key={point.id} className="grid gap-1.5 py-3">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
            <span className="text-ink-2">{STAGE_INFO[point.stage].title}:</span>
            <Badge tone={partner === machine ? "good" : "warn"}>partner: {MARK_WORDS[partner]}</Badge>
            <span className="text-ink-2">machine:</span> <VerdictBadge verdict={point.verdict} />
          </p>
          <p className="text-sm">{point.text}</p>
          {point.receipt && (
            <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">
              “{point.receipt.quote}”
            </blockquote>
          )}
          {note && (
            <p className="text-sm [overflow-wrap:anywhere]">
              <span className="text-ink-2">Partner's note:</span> {note}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
