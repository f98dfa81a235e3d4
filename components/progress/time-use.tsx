import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import { durationWords, percent } from "@/lib/grading/report/words";
import { type Attempt, type StageTime, timeByStage } from "@/lib/learning/attempts";
import { ProgressSection } from "./section";

/** A quarter more than planned is taken from a later stage. */
const OVER = 1.25;

function summary(times: readonly StageTime[]): string {
  const over = times.filter(({ share }) => share > OVER).map(({ stage }) => stage);
  const [least] = [...times].sort((a, b) => a.share - b.share);
  const first =
    over.length > 0
      ? `Over budget by more than a quarter: ${over.join(", ")}.`
      : "No stage is far over its budget.";
  return least && least.share < 0.5
    ? `${first} ${STAGE_INFO[least.stage].title} gets the least: ${percent(least.share)} of its minutes.`
    : first;
}

/** Minutes by stage against the budget. Exams have no stages, so only coach attempts count. */
export function TimeUse({ attempts }: { attempts: readonly Attempt[] }) {
  const times = timeByStage(attempts);
  const counted = Math.max(0, ...times.map((time) => time.attempts));
  const lead =
    times.length > 0
      ? `${summary(times)} Mean of ${formatWithNoun(counted, "coach attempt")}.`
      : "Appears with the first report in coach mode, where stages have minutes.";
  return (
    <ProgressSection id="time" title="Time against the budget" lead={lead}>
      {times.length > 0 && (
        <>
          <BarChart
            title="Time spent by stage as a share of its budget"
            description={summary(times)}
            reference={{ value: 1, label: "budget" }}
            maximum={1.5}
            rows={times.map(({ stage, share }) => ({
              id: stage,
              label: STAGE_INFO[stage].title,
              valueLabel: percent(share),
              segments: [{ id: stage, value: share, color: share > OVER ? 2 : 1 }],
            }))}
          />
          <ChartTable
            caption="Mean time and budget of each stage"
            rows={times}
            rowKey={({ stage }) => stage}
            columns={[
              {
                key: "stage",
                header: "Stage",
                rowHeader: true,
                cell: ({ stage }) => STAGE_INFO[stage].title,
              },
              { key: "spent", header: "Spent", numeric: true, cell: ({ spentMs }) => durationWords(spentMs) },
              {
                key: "budget",
                header: "Budget",
                numeric: true,
                cell: ({ budgetMs }) => durationWords(budgetMs),
              },
              { key: "share", header: "Share", numeric: true, cell: ({ share }) => percent(share) },
            ]}
          />
        </>
      )}
    </ProgressSection>
  );
}
