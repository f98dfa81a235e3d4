import Link from "next/link";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { GATE_WORDS } from "@/lib/grading/report/words";
import type { CardMiss } from "@/lib/grading/report-card/schema";
import { fixed, percentOf } from "./figures";
import { type CaseTitles, partWords, QUALITY_WORDS, titleOf } from "./words";

/** Errors with their text: the point, the marks, the grader's verdict and the words it quoted. */
export function MissList({ misses, titles }: { misses: readonly CardMiss[]; titles: CaseTitles }) {
  return (
    <ol className="grid gap-4">
      {misses.map((miss) => (
        <li key={`${miss.caseSlug} ${miss.answer}`} className="rounded-lg border border-line bg-raised p-4">
          <Miss miss={miss} titles={titles} />
        </li>
      ))}
    </ol>
  );
}

function Miss({ miss, titles }: { miss: CardMiss; titles: CaseTitles }) {
  const { caseSlug, part, quality, answer, marks, credit, verdict, gate, quote, text, point } = miss;
  return (
    <article className="grid gap-2">
      <p className="text-sm text-ink-2">
        {titleOf(titles, caseSlug)} · {partWords(part)} · {answer}, meant as: {QUALITY_WORDS[quality]}
      </p>
      <p>
        <span className="text-sm text-ink-2">The point: </span>
        <Link href={`/cases/${caseSlug}#point-${point}`}>{miss.pointText}</Link>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm tabular-nums">
        <span>Markers: {marks.map(fixed).join(" and ")}</span>
        <span className="inline-flex items-baseline gap-2">
          Grader: {percentOf(credit)} <VerdictBadge verdict={verdict} />
        </span>
      </p>
      {quote ? (
        <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm break-words whitespace-pre-wrap text-ink-2">
          “{quote}”
        </blockquote>
      ) : (
        <p className="text-sm text-ink-2">It found no words for this point.</p>
      )}
      {gate && <p className="text-sm text-warn">{GATE_WORDS[gate]}</p>}
      <Disclosure summary="The whole answer">
        <p className="font-serif text-sm leading-relaxed break-words whitespace-pre-wrap">{text}</p>
      </Disclosure>
    </article>
  );
}
