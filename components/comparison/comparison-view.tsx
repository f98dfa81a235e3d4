import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { HighlightedAnswer } from "@/components/report/highlighted-answer";
import type { World } from "@/lib/design/designs";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import {
  levelOfBoth,
  type PointChange,
  pointChanges,
  type Side,
  type StageChange,
  stageChanges,
} from "@/lib/grading/report/compare-sides";
import { durationWords, LEVEL_WORDS, percent } from "@/lib/grading/report/words";
import { DecisionDifferences } from "./decision-differences";
import { StageComparison } from "./stage-comparison";

type Props = { first: Side; second: Side; world: World };

const signed = (difference: number): string =>
  `${difference > 0 ? "+" : difference < 0 ? "−" : "±"}${Math.round(Math.abs(difference) * 100)}`;

function summaryWords(changes: readonly PointChange[]): string {
  const count = (wanted: PointChange["change"]) => changes.filter(({ change }) => change === wanted).length;
  const [gained, lost] = [count("gained"), count("lost")];
  if (gained === 0 && lost === 0) return "The same points were made on both sides.";
  return `The right side makes ${formatWithNoun(gained, "point")} more clearly than the left, and ${formatWithNoun(lost, "point")} less.`;
}

function StageScores({ rows, first, second }: { rows: readonly StageChange[]; first: Side; second: Side }) {
  return (
    <>
      <DotChart
        title="Score by stage on both sides"
        description={rows
          .map(({ stage, first: a, second: b }) => `${stage}: ${percent(a.value)} and ${percent(b.value)}`)
          .join("; ")}
        series={[
          { id: "first", label: first.label, color: 3, shape: "ring" },
          { id: "second", label: second.label, color: 1 },
        ]}
        rows={rows.map(({ stage, first: a, second: b }) => ({
          id: stage,
          label: STAGE_INFO[stage].title,
          values: { first: a.value, second: b.value },
        }))}
        maximum={1}
        tickValues={[0, 0.5, 1]}
        format={percent}
        axisLabel="of the weight of the points"
      />
      <ChartTable
        caption="Score by stage"
        rows={rows}
        rowKey={({ stage }) => stage}
        columns={[
          { key: "stage", header: "Stage", rowHeader: true, cell: ({ stage }) => STAGE_INFO[stage].title },
          { key: "first", header: first.label, numeric: true, cell: (row) => percent(row.first.value) },
          { key: "second", header: second.label, numeric: true, cell: (row) => percent(row.second.value) },
          {
            key: "difference",
            header: "Difference",
            numeric: true,
            cell: (row) => signed(row.second.value - row.first.value),
          },
        ]}
      />
    </>
  );
}

const timeOf = ({ time }: Side): string => (time ? durationWords(time.elapsedMs) : "written without a clock");
const askedOf = ({ asked, learnt }: Side): string =>
  asked === null
    ? "asked nothing"
    : `${formatWithNoun(asked, "question")}, ${formatWithNoun(learnt ?? 0, "fact")} learnt`;

/** Answers that were written as one text, as in an exam. */
function WholeAnswers({ sides }: { sides: readonly Side[] }) {
  const written = sides.filter(({ answers }) => answers.whole);
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole" className="mb-3 text-lg font-semibold">
        Written as one text
      </h2>
      <div className="grid gap-8 lg:grid-cols-2">
        {written.map(({ label, answers, points }) => (
          <div key={label} className="min-w-0">
            <h3 className="mb-2 text-sm font-medium text-ink-2">{label}</h3>
            <HighlightedAnswer text={answers.whole ?? ""} part="whole" points={points} isLinked={false} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** Two sides of one case: what was gained and lost, stage by stage, with both answers beside each other. */
export function ComparisonView({ first, second, world }: Props) {
  const level = levelOfBoth(first, second);
  const changes = pointChanges(first, second);
  const rows = stageChanges(first, second, level);
  return (
    <div className="grid gap-12">
      <section aria-labelledby="summary" className="grid gap-4">
        <h2 id="summary" className="text-lg font-semibold">
          What changed
        </h2>
        <p className="max-w-2xl">
          {summaryWords(changes)}{" "}
          <span className="text-sm text-ink-2">
            Scores are over the points expected of a {LEVEL_WORDS[level]} candidate on both sides.
          </span>
        </p>
        <dl className="grid gap-4 text-sm sm:grid-cols-2">
          {[first, second].map((side, i) => (
            <div key={i === 0 ? "left" : "right"} className="border-l-2 border-line-strong pl-3">
              <dt className="font-medium">
                {i === 0 ? "Left" : "Right"}: {side.label}
              </dt>
              <dd className="text-ink-2">
                {timeOf(side)}, {askedOf(side)}
              </dd>
            </div>
          ))}
        </dl>
        <StageScores rows={rows} first={first} second={second} />
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages" className="mb-3 text-lg font-semibold">
          Stage by stage
        </h2>
        <div className="border-b border-line">
          {rows.map(({ stage }) => (
            <StageComparison
              key={stage}
              stage={stage}
              first={first}
              second={second}
              changes={changes.filter((change) => change.stage === stage)}
            />
          ))}
        </div>
      </section>
      <WholeAnswers sides={[first, second]} />
      <DecisionDifferences first={first} second={second} world={world} />
    </div>
  );
}
