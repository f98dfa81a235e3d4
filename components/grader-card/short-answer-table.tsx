import { Table } from "@/components/ui/table";
import type { CardShortScope, GraderCard } from "@/lib/grading/report-card/schema";
import { Figure, fixed } from "./figures";
import { JUDGE_NAMES, JUDGE_WORDS, type JudgeName } from "./words";

const METRICS = [
  ["accuracy", "Accuracy"],
  ["pearson", "Correlation r"],
  ["rmse", "Error (RMSE)"],
] as const;

const DOMAIN_WORDS: Readonly<Record<string, string>> = {
  "school-science": "School science",
  electricity: "Electricity",
  "data-structures": "Data structures",
  statistics: "Statistics",
  "machine-learning": "Machine learning",
};

/** Questions without a rubric, answered in a sentence or two. */
export function ShortAnswerTables({ shortAnswers }: { shortAnswers: GraderCard["shortAnswers"] }) {
  const { together, domains } = shortAnswers;
  return (
    <div className="grid gap-8">
      <Table
        className="max-w-3xl"
        caption={`${together.answers} test answers to ${together.questions} questions; error on a scale from 0 to 1`}
        rows={JUDGE_NAMES.filter((name) => together.judges[name])}
        rowKey={(name) => name}
        columns={[
          { key: "judge", header: "Judge", rowHeader: true, cell: (name) => JUDGE_WORDS[name] },
          ...METRICS.map(([metric, header]) => ({
            key: metric,
            header,
            numeric: true,
            cell: (name: JudgeName) => (
              <Figure estimate={together.judges[name]?.[metric]} isStrong={name === "grader"} />
            ),
          })),
        ]}
      />
      <DomainTable domains={domains} />
    </div>
  );
}

type DomainRow = { domain: string; scope: CardShortScope };

const DomainTable = ({ domains }: { domains: Readonly<Record<string, CardShortScope>> }) => (
  <Table
    dense
    className="max-w-3xl"
    caption="By subject. A handful of questions each: rough."
    rows={Object.entries(domains).map(([domain, scope]): DomainRow => ({ domain, scope }))}
    rowKey={({ domain }) => domain}
    columns={[
      {
        key: "domain",
        header: "Subject",
        rowHeader: true,
        cell: ({ domain }) => DOMAIN_WORDS[domain] ?? domain,
      },
      { key: "answers", header: "Answers", numeric: true, cell: ({ scope }) => scope.answers },
      ...(["grader", "tokenOverlap"] as const).flatMap((judge) =>
        (["accuracy", "pearson"] as const).map((metric) => ({
          key: `${judge} ${metric}`,
          header: `${metric === "accuracy" ? "Accuracy" : "r"}, ${judge === "grader" ? "grader" : "shared words"}`,
          numeric: true,
          cell: ({ scope }: DomainRow) => fixed(scope.judges[judge][metric]?.value),
        })),
      ),
    ]}
  />
);
