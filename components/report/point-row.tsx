import Link from "next/link";
import { isClassOwn } from "@/lib/classroom/class-content/ids";
import { formatWithNoun } from "@/lib/framework/units";
import type { ReportPoint } from "@/lib/grading/report/schema";
import { GATE_WORDS, LEVEL_WORDS } from "@/lib/grading/report/words";
import { VerdictBadge } from "./verdict-badge";

/** How many cards each missed point has, and the deck that they are in. */
export type PointCards = { deck: string; byPoint: ReadonlyMap<string, number> };

type Props = { point: ReportPoint; caseSlug: string; cards: PointCards | undefined };

/** One point: what was looked for, the verdict, and the words that earned it. */
export function PointRow({ point, caseSlug, cards }: Props) {
  const cardCount = cards?.byPoint.get(point.id) ?? 0;
  const { id, text, why, verdict, receipt, gate, misconception, chapter, level } = point;
  return (
    <li id={`point-${id}`} className="grid scroll-mt-24 gap-1.5 py-3 target:bg-accent-soft/50">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <VerdictBadge verdict={verdict} />
        <span className="text-xs text-ink-2">{LEVEL_WORDS[level]}</span>
      </div>
      <p className="text-sm">{text}</p>
      {receipt && (
        <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm break-words whitespace-pre-wrap text-ink-2">
          <a href={`#receipt-${id}`} className="no-underline hover:text-ink">
            “{receipt.quote}”
          </a>
        </blockquote>
      )}
      {gate && receipt && <p className="text-sm text-warn">{GATE_WORDS[gate]}</p>}
      {misconception && (
        <p className="text-sm text-bad">
          <span className="font-medium">Check this:</span> “{misconception.receipt.quote}”{" "}
          {misconception.feedback}
        </p>
      )}
      {point.credit < 0.5 && (
        <p className="text-sm text-ink-2">
          {why}{" "}
          <Link href={chapter} className="text-accent underline underline-offset-2">
            Read it in the framework
          </Link>
          {!isClassOwn(id) && (
            <>
              {" · "}
              <Link
                href={`/cases/${caseSlug}#point-${id}`}
                className="text-accent underline underline-offset-2"
              >
                How a model answer says it
              </Link>
            </>
          )}
          {cards && cardCount > 0 && (
            <>
              {" · "}
              <Link
                href={`/review/cards?deck=${cards.deck}&point=${id}`}
                className="text-accent underline underline-offset-2"
              >
                {formatWithNoun(cardCount, "card")}
              </Link>
            </>
          )}
        </p>
      )}
    </li>
  );
}
