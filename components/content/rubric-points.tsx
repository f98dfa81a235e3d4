import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { ModelReceipt } from "@/lib/content/model-receipts";
import { curlyQuotes } from "@/lib/content/remark-typography.mjs";
import type { Point } from "@/lib/content/schemas/rubric";
import { LEVELS, STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { LEVEL_WORDS } from "@/lib/grading/report/words";

type RubricPointsProps = {
  points: readonly Point[];
  /** Point id -> the words of model answers that earn it. */
  receipts: ReadonlyMap<string, readonly ModelReceipt[]>;
  /** Path of a chapter heading -> its words. */
  headings: ReadonlyMap<string, string>;
};

const byLevel = (a: Point, b: Point) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);

/** All points of the rubric by stage and level; each can be linked to as `#point-<id>`. */
export function RubricPoints({ points, receipts, headings }: RubricPointsProps) {
  return (
    <section aria-labelledby="points" className="mt-16 border-t border-line pt-8">
      <h2 id="points" className="text-xl font-semibold">
        What the interviewer listens for
      </h2>
      <p className="mt-2 max-w-2xl text-ink-2">
        The {points.length} points that your answer is held against. The level is the lowest one that is
        expected to make the point; the quotes are the words of the model answers that earn it.
      </p>
      {STAGES.map((stage) => {
        const own = points.filter((point) => point.stage === stage).sort(byLevel);
        if (own.length === 0) return null;
        return (
          <section key={stage} aria-labelledby={`points-${stage}`} className="mt-8">
            <h3 id={`points-${stage}`} className="scroll-mt-24 font-semibold">
              {STAGE_INFO[stage].title}
            </h3>
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {own.map((point) => (
                <RubricPoint
                  key={point.id}
                  point={point}
                  receipts={receipts.get(point.id) ?? []}
                  heading={headings.get(point.chapter)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

type RubricPointProps = {
  point: Point;
  receipts: readonly ModelReceipt[];
  heading: string | undefined;
};

function RubricPoint({ point, receipts, heading }: RubricPointProps) {
  const { id, level, text, why, weight, followUps, chapter } = point;
  return (
    <li id={`point-${id}`} className="grid scroll-mt-24 gap-1.5 py-3 target:bg-accent-soft/50">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Badge>{LEVEL_WORDS[level]}</Badge>
        {weight === 3 && <Badge tone="warn">Not passable without it</Badge>}
        <a href={`#point-${id}`} className="min-w-0 flex-1 basis-80 text-ink no-underline hover:underline">
          {curlyQuotes(text)}
        </a>
      </p>
      <p className="max-w-2xl text-sm text-ink-2">
        {curlyQuotes(why)}{" "}
        <Link href={chapter}>{heading ? `Read: ${heading}` : "Read it in the framework"}</Link>
      </p>
      <Disclosure
        summary={receipts.length > 0 ? "Follow-up questions, and how it is said" : "Follow-up questions"}
      >
        <ul className="max-w-2xl list-disc space-y-1 pl-5 text-sm">
          {followUps.map((question) => (
            <li key={question}>{curlyQuotes(question)}</li>
          ))}
        </ul>
        {receipts.map((receipt) => (
          <figure key={receipt.level} className="mt-3 max-w-2xl border-l-2 border-accent pl-3">
            <blockquote className="font-serif whitespace-pre-wrap text-ink-2">“{receipt.quote}”</blockquote>
            <figcaption className="text-xs text-ink-2">{LEVEL_WORDS[receipt.level]} answer</figcaption>
          </figure>
        ))}
      </Disclosure>
    </li>
  );
}
