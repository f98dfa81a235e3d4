import type { ReactNode } from "react";
import { PointRow } from "@/components/report/point-row";
import type { ClassCasePreview } from "@/lib/data/class-content/preview-class-case";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";

function Part({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-sm text-ink-2">{lead}</p>
      </div>
      {children}
    </section>
  );
}

function Talk({ facts }: Pick<ClassCasePreview, "facts">) {
  if (facts.length === 0)
    return <p className="text-sm text-ink-2">The interviewer knows what it knows in every class.</p>;
  return (
    <ul className="grid gap-4">
      {facts.map(({ asked, answer, ifNeverAsked }) => (
        <li key={asked} className="grid gap-1.5 text-sm">
          <p className="justify-self-end rounded-lg bg-sunken px-3 py-2">{asked}</p>
          <p className="justify-self-start rounded-lg bg-accent-soft px-3 py-2">{answer}</p>
          <p className="text-ink-2">In the report of who never asked: {ifNeverAsked}</p>
        </li>
      ))}
    </ul>
  );
}

/** What reaches a student of the class: while the interview runs, and in the report. */
export function StudentPreview({ preview }: { preview: ClassCasePreview }) {
  const { caseSlug, opening, prompt, hints, earned, missed, leftOut, facts } = preview;
  return (
    <div className="grid gap-10">
      <Part
        title="At the start"
        lead="The same in both modes. No point and no fact of the class is on the page before it was told."
      >
        <blockquote className="grid max-w-prose gap-2 border-l-2 border-accent pl-4 font-serif">
          <p>{opening}</p>
          <p>{prompt}</p>
        </blockquote>
      </Part>
      <Part
        title="While it runs"
        lead="In exam mode one page and the clock. In coach mode a page for each stage, with the case's hints on request."
      >
        <ul className="grid gap-1 text-sm sm:grid-cols-2">
          {hints.map(({ stage, count }) => (
            <li key={stage}>
              {STAGE_INFO[stage].title}: {formatWithNoun(count, "hint")}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="When they ask" lead="What the class's interviewer answers to the first way of asking.">
        <Talk facts={facts} />
      </Part>
      <Part
        title="In the report"
        lead="Each point that the class added or reworded: for an answer that holds its first sentence, and for an empty one."
      >
        {earned.length === 0 && <p className="text-sm text-ink-2">The points are those of every class.</p>}
        <ul className="divide-y divide-line border-y border-line empty:hidden">
          {earned.flatMap((point, index) => {
            const empty = missed[index];
            return [
              <PointRow key={`${point.id} earned`} point={point} caseSlug={caseSlug} cards={undefined} />,
              ...(empty
                ? [
                    <PointRow
                      key={`${point.id} missed`}
                      point={empty}
                      caseSlug={caseSlug}
                      cards={undefined}
                    />,
                  ]
                : []),
            ];
          })}
        </ul>
        {leftOut > 0 && (
          <p className="text-sm text-ink-2">
            {formatWithNoun(leftOut, "point")} of the case {leftOut === 1 ? "stands" : "stand"} in no report
            of this class.
          </p>
        )}
      </Part>
    </div>
  );
}
