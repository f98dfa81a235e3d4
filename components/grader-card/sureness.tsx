import { ChartTable } from "@/components/charts/chart-table";
import { ReliabilityChart } from "@/components/charts/reliability-chart";
import type { GraderCard } from "@/lib/grading/report-card/schema";
import { fixed, percentOf } from "./figures";

/** Whether a credit may be read as a chance, and what "not sure" is worth. */
export function Sureness({ card }: { card: GraderCard }) {
  const { sureness, judges, made } = card.test.together;
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div>
        <ReliabilityChart
          title="Credit against marks"
          description={`Mean credit of a bin against the mean mark in it. Calibration error ${fixed(judges.grader.ece?.value)}. The table holds every bin.`}
          lines={[{ id: "grader", label: "The grader", color: 1, bins: card.reliability }]}
          kind="linear"
          format={fixed}
          axes={{ observed: "mean mark", predicted: "credit, mean of a bin" }}
        />
        <div className="mt-3">
          <ChartTable
            caption="Credit and mark by bin of credit"
            rows={card.reliability}
            rowKey={({ predicted }) => `${predicted}`}
            columns={[
              { key: "credit", header: "Mean credit", numeric: true, rowHeader: true, cell: (bin) => fixed(bin.predicted) }, // biome-ignore format: one column, one line
              { key: "mark", header: "Mean mark", numeric: true, cell: (bin) => fixed(bin.observed) },
              { key: "interval", header: "Interval", numeric: true, cell: ({ interval: [low, high] }) => `${fixed(low)} to ${fixed(high)}` }, // biome-ignore format: one column, one line
              { key: "count", header: "Judgements", numeric: true, cell: ({ count }) => count },
            ]}
          />
        </div>
      </div>
      <dl className="grid content-start gap-5">
        <Fact value={percentOf(sureness.notSure)} of="of its verdicts are “not sure”">
          Of those points the markers found {percentOf(sureness.madeWhenNotSure)} made, beside{" "}
          {percentOf(made)} of all points. A “not sure” asks you to judge the sentence yourself.
        </Fact>
        <Fact value={percentOf(sureness.accuracyWhenSure)} of="of its other verdicts are right">
          Made or not made, as the markers’ mean has it.
        </Fact>
        <Fact
          value={percentOf(judges.grader.precision?.value ?? null)}
          of="of the points it credits are made"
        >
          It credits {percentOf(judges.grader.recall?.value ?? null)} of the points that are made.
        </Fact>
        <Fact value={percentOf(sureness.coverage80)} of="of its score ranges hold the markers’ score">
          A range is meant to hold it in 80 % of cases.
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ value, of, children }: { value: string; of: string; children: React.ReactNode }) {
  return (
    <div className="border-l-2 border-line-strong/60 pl-4">
      <dt>
        <span className="font-serif text-2xl tabular-nums">{value}</span> {of}
      </dt>
      <dd className="max-w-md text-sm text-ink-2 tabular-nums">{children}</dd>
    </div>
  );
}
