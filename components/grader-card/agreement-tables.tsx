import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { CardScope, GraderCard } from "@/lib/grading/report-card/schema";
import { Figure, fixed } from "./figures";
import { type CaseTitles, JUDGE_NAMES, JUDGE_WORDS, titleOf } from "./words";

const COLUMNS = [
  ["pearson", "Correlation r"],
  ["qwk", "Kappa of grades"],
  ["macroF1", "F1, made or not"],
  ["macroF1ThreeWay", "F1, three marks"],
  ["ece", "Calibration error"],
  ["precision", "Precision"],
  ["recall", "Recall"],
] as const;

/** Everybody beside the markers, on all test answers. */
export function JudgeTable({ scope }: { scope: CardScope }) {
  const rows = JUDGE_NAMES.filter((name) => scope.judges[name]);
  return (
    <Table
      caption={`${scope.answers} test answers, ${scope.judgements} judgements of points. Small print: 95 % intervals.`}
      rows={rows}
      rowKey={(name) => name}
      columns={[
        {
          key: "judge",
          header: "Judge",
          rowHeader: true,
          className: "min-w-32",
          cell: (name) => JUDGE_WORDS[name],
        },
        ...COLUMNS.map(([metric, header]) => ({
          key: metric,
          header,
          numeric: true,
          cell: (name: (typeof rows)[number]) => (
            <Figure estimate={scope.judges[name]?.[metric]} isStrong={name === "grader"} />
          ),
        })),
      ]}
    />
  );
}

type Row = { name: string; scope: CardScope };

const rowsOf = (
  scopes: { together?: CardScope; cases: Readonly<Record<string, CardScope>> },
  titles: CaseTitles,
): Row[] => [
  ...Object.entries(scopes.cases).map(([slug, scope]) => ({ name: titleOf(titles, slug), scope })),
  ...(scopes.together ? [{ name: "Together", scope: scopes.together }] : []),
];

/** The grader against length only, case by case. */
export function LengthTable({ card, titles }: { card: GraderCard; titles: CaseTitles }) {
  return (
    <Table
      className="mt-8"
      caption="Against length only, case by case. The lead is the grader minus length on the same resampled answers."
      rows={rowsOf(card.test, titles)}
      rowKey={({ name }) => name}
      columns={[
        { key: "case", header: "Case", rowHeader: true, cell: ({ name }) => name },
        { key: "answers", header: "Answers", numeric: true, cell: ({ scope }) => scope.answers },
        { key: "r", header: "r, grader", numeric: true, cell: ({ scope }) => <Figure estimate={scope.judges.grader.pearson} /> }, // biome-ignore format: one column, one line
        { key: "r-length", header: "r, length", numeric: true, cell: ({ scope }) => <Figure estimate={scope.judges.lengthOnly.pearson} /> }, // biome-ignore format: one column, one line
        { key: "r-lead", header: "Lead in r", numeric: true, cell: ({ scope }) => <Figure estimate={scope.lead.pearson} /> }, // biome-ignore format: one column, one line
        { key: "k", header: "Kappa, grader", numeric: true, cell: ({ scope }) => <Figure estimate={scope.judges.grader.qwk} /> }, // biome-ignore format: one column, one line
        { key: "k-length", header: "Kappa, length", numeric: true, cell: ({ scope }) => <Figure estimate={scope.judges.lengthOnly.qwk} /> }, // biome-ignore format: one column, one line
        { key: "k-lead", header: "Lead in kappa", numeric: true, cell: ({ scope }) => <Figure estimate={scope.lead.qwk} /> }, // biome-ignore format: one column, one line
        {
          key: "beats",
          header: "Beats length",
          cell: ({ scope }) =>
            scope.beatsLengthOnly ? <Badge tone="good">yes, on both</Badge> : <Badge tone="bad">no</Badge>,
        },
      ]}
    />
  );
}

/** Answers that the grader was fitted on, and baselines that have not seen the case. */
export function OtherRowsTable({ card, titles }: { card: GraderCard; titles: CaseTitles }) {
  const rows = [
    ...rowsOf(card.tune, titles).map((row) => ({ ...row, rows: "tune" })),
    ...rowsOf(card.leaveOneCaseOut, titles).map((row) => ({ ...row, rows: "test, case left out" })),
  ];
  return (
    <Disclosure className="mt-6" summary="Tuning answers, and each case left out">
      <p className="mb-3 max-w-2xl text-sm text-ink-2">{card.leaveOneCaseOut.note}</p>
      <Table
        dense
        caption="The same figures on other rows, without intervals"
        hideCaption
        rows={rows}
        rowKey={({ name, rows: split }) => `${name} ${split}`}
        columns={[
          { key: "case", header: "Case", rowHeader: true, cell: ({ name }) => name },
          { key: "rows", header: "Answers", cell: ({ rows: split }) => split },
          { key: "n", header: "How many", numeric: true, cell: ({ scope }) => scope.answers },
          ...(["grader", "lengthOnly", "tokenOverlap"] as const).flatMap((judge) =>
            (["pearson", "qwk"] as const).map((metric) => ({
              key: `${judge} ${metric}`,
              header: `${metric === "qwk" ? "Kappa" : "r"}, ${JUDGE_WORDS[judge].replace("The ", "").toLowerCase()}`,
              numeric: true,
              cell: ({ scope }: Row) => fixed(scope.judges[judge][metric]?.value),
            })),
          ),
        ]}
      />
    </Disclosure>
  );
}
