import Link from "next/link";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { percent } from "@/lib/grading/report/words";
import type { Verdict } from "@/lib/grading/types";

/** The words around a receipt, and the words that earned it; `quote` is null when nothing did. */
export type GradedExample = {
  who: string;
  verdict: Verdict;
  credit: number;
  before: string;
  quote: string | null;
  after: string;
};
export type ReceiptExample = {
  text: string;
  why: string;
  chapter: string;
  examples: readonly GradedExample[];
};

/** One point of the rubric, two answers, and what each earned. Graded by the grader, not written by hand. */
export function Receipt({ example }: { example: ReceiptExample }) {
  return (
    <div>
      <p className="max-w-2xl">
        <span className="text-sm text-ink-2">The point</span>
        <span className="block text-lg font-medium">{example.text}</span>
      </p>
      <div className="mt-5 grid gap-4 md:grid-cols-2">
        {example.examples.map((one) => (
          <article key={one.who} className="flex flex-col rounded-lg border border-line bg-raised p-4">
            <h3 className="text-sm text-ink-2">{one.who}</h3>
            <p className="mt-2 font-serif text-[1.0625rem] leading-relaxed text-ink-2">
              {one.before}
              {one.quote && <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{one.quote}</mark>}
              {one.after}
            </p>
            <p className="mt-auto flex flex-wrap items-baseline gap-x-3 gap-y-1 pt-4 text-sm">
              <VerdictBadge verdict={one.verdict} />
              <span className="tabular-nums">{percent(one.credit)} of the point</span>
              {!one.quote && <span className="text-ink-2">no words, no credit</span>}
            </p>
          </article>
        ))}
      </div>
      <p className="mt-4 max-w-2xl text-sm text-ink-2">
        {example.why} <Link href={example.chapter}>Read it in the framework</Link>
      </p>
    </div>
  );
}
