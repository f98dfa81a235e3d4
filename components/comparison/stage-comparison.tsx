import { ChevronRight } from "lucide-react";
import { HighlightedAnswer } from "@/components/report/highlighted-answer";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { Badge } from "@/components/ui/badge";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import type { Change, PointChange, Side } from "@/lib/grading/report/compare-sides";
import { durationWords } from "@/lib/grading/report/words";

type Props = { stage: Stage; first: Side; second: Side; changes: readonly PointChange[] };

const CHANGE_WORDS: Record<Change, string> = { gained: "gained", lost: "lost", same: "same" };
const ORDER: readonly Change[] = ["gained", "lost", "same"];

function Answer({ side, stage, name }: { side: Side; stage: Stage; name: string }) {
  const text = side.answers[stage];
  const time = side.time?.stages.find((row) => row.stage === stage);
  return (
    <section aria-label={`${name}: ${STAGE_INFO[stage].title}`} className="min-w-0">
      <h3 className="mb-2 text-sm font-medium text-ink-2">
        {name}: {side.label}
        {time && `, ${durationWords(time.spentMs)}`}
      </h3>
      {text ? (
        <HighlightedAnswer text={text} part={stage} points={side.points} isLinked={false} />
      ) : (
        <p className="text-sm text-ink-2">
          {side.answers.whole ? "Written as one text; see below its points." : "Nothing was written here."}
        </p>
      )}
    </section>
  );
}

function Judged({ of: judged }: { of: PointChange["first"] }) {
  if (!judged) return <span className="text-ink-2">not a point then</span>;
  return <VerdictBadge verdict={judged.verdict} />;
}

function ChangeRow({ text, first, second, change }: PointChange) {
  return (
    <li className="grid gap-1.5 py-3 text-sm sm:grid-cols-[4.5rem_1fr_auto] sm:gap-4">
      <span>
        <Badge tone={change === "gained" ? "good" : change === "lost" ? "warn" : "neutral"}>
          {CHANGE_WORDS[change]}
        </Badge>
      </span>
      <span>
        {text}
        {change !== "same" && (second?.quote ?? first?.quote) && (
          <q className="mt-1 block font-serif text-ink-2">
            {(change === "gained" ? second?.quote : first?.quote) ?? ""}
          </q>
        )}
      </span>
      <span className="flex flex-wrap items-start gap-2 whitespace-nowrap">
        <span className="sr-only">Left:</span>
        <Judged of={first} />
        <span aria-hidden>→</span>
        <span className="sr-only">Right:</span>
        <Judged of={second} />
      </span>
    </li>
  );
}

/** One stage: closed it says how many points moved; open, both answers and each point on both sides. */
export function StageComparison({ stage, first, second, changes }: Props) {
  const sorted = [...changes].sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
  const count = (wanted: Change) => changes.filter(({ change }) => change === wanted).length;
  const hasTexts = Boolean(first.answers[stage] ?? second.answers[stage]);
  return (
    <details className="group/stage border-t border-line">
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-6 gap-y-1 py-4 hover:bg-raised [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-52 items-center gap-1.5 font-semibold">
          <ChevronRight
            size={18}
            aria-hidden
            className="shrink-0 text-ink-2 transition-transform group-open/stage:rotate-90"
          />
          {STAGE_INFO[stage].title}
        </span>
        <span className="text-sm text-ink-2 tabular-nums">
          {formatWithNoun(count("gained"), "point")} gained, {count("lost")} lost, {count("same")} the same
        </span>
      </summary>
      <div className="grid gap-6 pb-8">
        {hasTexts && (
          <div className="grid gap-8 lg:grid-cols-2">
            <Answer side={first} stage={stage} name="Left" />
            <Answer side={second} stage={stage} name="Right" />
          </div>
        )}
        <ul className="divide-y divide-line">
          {sorted.map((change) => (
            <ChangeRow key={change.id} {...change} />
          ))}
        </ul>
      </div>
    </details>
  );
}
