import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import { STAGE_INFO } from "@/lib/framework/stages";
import { agreementWords, differences, type PartnerComparison } from "@/lib/learning/partner-comparison";
import type { Comparison } from "@/lib/learning/self-scores";
import { ComparedPoints } from "./compared-points";

type PartnerSectionProps = {
  comparison: PartnerComparison;
  /** How the candidate rated themselves; the partner's own view has none. */
  selfScores?: readonly Comparison[] | undefined;
  /** For more than one partner. */
  number: number | null;
};

function StageTable({ comparison, selfScores }: Pick<PartnerSectionProps, "comparison" | "selfScores">) {
  const rows = comparison.stages;
  const own = (stage: string) => selfScores?.find((one) => one.stage === stage)?.own;
  const rating = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(1));
  return (
    <Table
      caption="Stage ratings by partner and machine, 0 to 4"
      hideCaption
      dense
      rows={rows}
      rowKey={({ stage }) => stage}
      columns={[
        {
          key: "stage",
          header: "Stage",
          rowHeader: true,
          cell: ({ stage }) => STAGE_INFO[stage].title,
        },
        { key: "partner", header: "Partner", numeric: true, cell: ({ partner }) => rating(partner) },
        { key: "machine", header: "Machine", numeric: true, cell: ({ machine }) => rating(machine) },
        ...(selfScores && selfScores.length > 0
          ? [
              {
                key: "self",
                header: "You",
                numeric: true,
                cell: ({ stage }: (typeof rows)[number]) => rating(own(stage)),
              },
            ]
          : []),
        {
          key: "marked",
          header: "Points marked",
          numeric: true,
          cell: ({ marked, of }) => `${marked} of ${of}`,
        },
      ]}
    />
  );
}

/** A partner's sheet beside the machine's verdicts: how far they agree, where they differ. It changes no score. */
export function PartnerSection({ comparison, selfScores, number }: PartnerSectionProps) {
  const apart = differences(comparison);
  const same = comparison.points.filter((one) => one.partner === one.machine);
  const id = `partner-${number ?? 1}`;
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <div className="grid max-w-2xl gap-2">
        <h2 id={id} className="text-lg font-semibold">
          {number === null ? "Partner and machine" : `Partner ${number} and machine`}
        </h2>
        <p>{agreementWords(comparison.agreement)}</p>
        <p className="text-sm text-ink-2">
          Where the two differ, read the answer once more: either may be right. The partner's marks change no
          score.
        </p>
      </div>
      {comparison.stages.length > 0 && (
        <>
          <div className="max-w-2xl">
            <StageTable comparison={comparison} selfScores={selfScores} />
          </div>
          <p className="max-w-2xl text-sm text-ink-2">
            Ratings from 0 to 4. Partner and machine are both taken over the points that the partner marked,
            so the machine's may differ from its rating of the whole stage.
          </p>
        </>
      )}
      {apart.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-sm font-medium">
            {apart.length === 1
              ? "One point on which they differ"
              : `${apart.length} points on which they differ`}
          </h3>
          <ComparedPoints points={apart} />
        </div>
      )}
      {same.length > 0 && (
        <Disclosure summary={`Points with the same mark (${same.length})`}>
          <ComparedPoints points={same} />
        </Disclosure>
      )}
      {comparison.notes.length > 0 && (
        <Disclosure summary={`Notes without a mark (${comparison.notes.length})`}>
          <ul className="grid gap-2">
            {comparison.notes.map(({ point, note }) => (
              <li key={point.id} className="text-sm [overflow-wrap:anywhere]">
                {point.text} <span className="text-ink-2">{note}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p className="text-sm print:hidden">
        <a href="/api/export/seats" download className="text-accent underline underline-offset-2">
          All scoring sheets that you wrote or got (JSON)
        </a>
      </p>
    </section>
  );
}
