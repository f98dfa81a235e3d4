import { type Column, Table } from "@/components/ui/table";
import type { MachineAgreement } from "@/lib/classroom/statistics/machine-agreement";
import { MIN_SUBMISSIONS, type PointStatistics } from "@/lib/classroom/statistics/point-statistics";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { shareWords, signedWords } from "../gradebook/numbers";

export type PointTableRow = PointStatistics & {
  text: string;
  stage: Stage | null;
  agreement: MachineAgreement;
};

const TOO_FEW = <span className="text-xs text-ink-2">too few</span>;
const Range = ({ low, high }: { low: string; high: string }) => (
  <span className="block text-xs font-normal text-ink-2">
    {low} to {high}
  </span>
);

function Discrimination({ discrimination, discriminationInterval, submissions }: PointTableRow) {
  if (submissions < MIN_SUBMISSIONS) return TOO_FEW;
  if (discrimination === null) return <span className="text-xs text-ink-2">does not vary</span>;
  return (
    <>
      {signedWords(discrimination)}
      {discriminationInterval && (
        <Range
          low={signedWords(discriminationInterval.low)}
          high={signedWords(discriminationInterval.high)}
        />
      )}
    </>
  );
}

const agreementColumns: Column<PointTableRow>[] = [
  {
    key: "changed",
    header: "Suggestions changed",
    numeric: true,
    cell: ({ agreement: { changedShare, changedInterval, decided } }) =>
      changedShare === null ? (
        <span className="text-xs text-ink-2">none decided</span>
      ) : (
        <>
          {shareWords(changedShare)} of {decided}
          {changedInterval && (
            <Range low={shareWords(changedInterval.low)} high={shareWords(changedInterval.high)} />
          )}
        </>
      ),
  },
  {
    key: "change",
    header: "Mean change",
    numeric: true,
    cell: ({ agreement: { meanChange } }) => (meanChange === null ? "" : signedWords(meanChange)),
  },
  {
    key: "kappa",
    header: "QWK",
    numeric: true,
    cell: ({ agreement: { kappa, decided } }) =>
      decided === 0 ? "" : kappa === null ? TOO_FEW : signedWords(kappa),
  },
];

/** Each point as an item of a test, with intervals of 95 %. */
export function PointTable({ rows }: { rows: readonly PointTableRow[] }) {
  return (
    <Table
      pinned
      dense
      caption="Each point as an item of a test, with intervals of 95 % where there are enough submissions."
      rows={rows}
      rowKey={({ pointId }) => pointId}
      columns={[
        {
          key: "point",
          header: "Point",
          rowHeader: true,
          cell: ({ text }) => <span className="block max-w-36 min-w-32 sm:max-w-md">{text}</span>,
        },
        {
          key: "stage",
          header: "Stage",
          cell: ({ stage }) => (stage === null ? "" : STAGE_INFO[stage].title),
        },
        {
          key: "difficulty",
          header: "Difficulty (mean credit)",
          numeric: true,
          cell: ({ difficulty, difficultyInterval, submissions }) => (
            <>
              {difficulty.toFixed(2)}
              {submissions > 1 && (
                <Range low={difficultyInterval.low.toFixed(2)} high={difficultyInterval.high.toFixed(2)} />
              )}
            </>
          ),
        },
        { key: "discrimination", header: "Discrimination", numeric: true, cell: Discrimination },
        {
          key: "upper-lower",
          header: "Upper − lower 27 %",
          numeric: true,
          cell: ({ upperLower }) => (upperLower === null ? TOO_FEW : signedWords(upperLower)),
        },
        {
          key: "missing",
          header: "Missing",
          numeric: true,
          cell: ({ outcomes, submissions }) => shareWords(outcomes.missing / submissions),
        },
        ...agreementColumns,
      ]}
    />
  );
}
