import { FigureFrame } from "@/components/content/figures/figure-frame";
import { Table } from "@/components/ui/table";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { formatWholePercent } from "@/lib/framework/units";
import { GATE_CAPS } from "@/lib/grading/alignment/gates";
import { GATE_WORDS, VERDICT_WORDS } from "@/lib/grading/report/words";
import {
  EXPLAINED,
  MISCONCEIVED,
  NOT_SURE,
  PARTLY,
  WITHOUT_REQUIRED,
} from "@/lib/grading/rubric/grade-point";
import { ABSENT, MIN_WORDS } from "@/lib/grading/rubric/pitfalls";
import { GATES } from "@/lib/grading/types";

const VERDICTS = [
  {
    id: "explained",
    range: `${formatWholePercent(EXPLAINED)} to 100%`,
    means: "The words say the point and why.",
  },
  {
    id: "partly",
    range: `${formatWholePercent(PARTLY)} to ${formatWholePercent(EXPLAINED)}`,
    means: "Most of it is there.",
  },
  {
    id: "not-sure",
    range: `${formatWholePercent(NOT_SURE)} to ${formatWholePercent(PARTLY)}`,
    means: "Too close to call; you are asked to judge it yourself.",
  },
  {
    id: "missing",
    range: `below ${formatWholePercent(NOT_SURE)}`,
    means: "No words, no credit: it counts as nothing.",
  },
] as const;

const CAPS = [
  ...GATES.map((gate) => ({ name: GATE_WORDS[gate], cap: formatWholePercent(GATE_CAPS[gate]) })),
  {
    name: "None of the words that this point requires stands near the evidence.",
    cap: formatWholePercent(WITHOUT_REQUIRED),
  },
  {
    name: "The sentence reads like a known misconception of the point.",
    cap: formatWholePercent(MISCONCEIVED),
  },
];

/** The grader's thresholds and caps, read from its code when the page is built. */
export function GradingRulesFigure({ caption }: VocabularyProps<"GradingRulesFigure">) {
  return (
    <FigureFrame
      title="From a sentence to a credit"
      caption={caption}
      summary={`From ${formatWholePercent(EXPLAINED)} on a point counts as explained, below ${formatWholePercent(NOT_SURE)} as missing. A pitfall is looked for in answers of ${MIN_WORDS} words or more, and a stage counts as absent when its mid points score less than ${formatWholePercent(ABSENT)}.`}
    >
      <Table
        caption="Verdicts, by the probability that a human marker would give the credit"
        dense
        rows={VERDICTS}
        rowKey={(row) => row.id}
        columns={[
          { key: "verdict", header: "Verdict", rowHeader: true, cell: (row) => VERDICT_WORDS[row.id] },
          {
            key: "range",
            header: "Credit",
            numeric: true,
            className: "whitespace-nowrap",
            cell: (row) => row.range,
          },
          { key: "means", header: "What it says", cell: (row) => row.means },
        ]}
      />
      <Table
        caption="The most that a sentence can earn, whatever it resembles"
        dense
        rows={CAPS}
        rowKey={(row) => row.name}
        columns={[
          { key: "name", header: "When", rowHeader: true, cell: (row) => row.name },
          { key: "cap", header: "At most", numeric: true, cell: (row) => row.cap },
        ]}
      />
    </FigureFrame>
  );
}
