import Link from "next/link";
import { ChartTable } from "@/components/charts/chart-table";
import { seriesVariable } from "@/components/charts/series";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { STAGES } from "@/lib/framework/stages";
import { LEVEL_WORDS, percent } from "@/lib/grading/report/words";
import type { Attempt } from "@/lib/learning/attempts";
import { attemptDate, attemptSetup, type TriedCase, triedCases } from "./attempt-words";
import { ProgressSection } from "./section";
import { StageTrend } from "./stage-trend";

const LEAD =
  "Each stage from 0 to 4, over the points of all levels, so attempts at different levels can be compared. Cases ask for different points: a line joins attempts at one case, and two attempts whose upright lines overlap may be equal.";

function Legend({ cases }: { cases: readonly TriedCase[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {cases.map(({ slug, title, color }) => (
        <li key={slug} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="w-5 border-t-2 border-current"
            style={{ color: seriesVariable(color) }}
          />
          {title}
        </li>
      ))}
      <li className="text-ink-2">ring: coach mode, with hints; disc: exam</li>
    </ul>
  );
}

/** The attempts by number, so that a place in a chart leads to its report. */
function AttemptList({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <ol className="grid gap-1 text-sm tabular-nums" aria-label="Attempts">
      {attempts.map((attempt, i) => (
        <li key={attempt.interviewId} className="flex flex-wrap gap-x-2">
          <span className="text-ink-2">{i + 1}.</span>
          <Link
            href={`/interviews/${attempt.interviewId}/report`}
            className="text-accent underline underline-offset-2"
          >
            {attemptSetup(attempt)}
          </Link>
          <span className="text-ink-2">
            {attemptDate(attempt)}, {percent(attempt.score)} of what {LEVEL_WORDS[attempt.level]} is expected
            to say{attempt.meetsBar && `, ratings reach the bar of ${LEVEL_WORDS[attempt.level]}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function SkillByStage({ attempts }: { attempts: readonly Attempt[] }) {
  const cases = triedCases(attempts);
  return (
    <ProgressSection id="skill" title="Skill by stage" lead={attempts.length > 0 && LEAD}>
      {attempts.length === 0 ? (
        <EmptyState
          title="No report yet"
          action={<LinkButton href="/interviews/new">Start a mock interview</LinkButton>}
        >
          Each report adds a point to seven charts, one a stage: where you are, and whether it moves. A first
          interview takes 30 minutes and needs no account.
        </EmptyState>
      ) : (
        <>
          <Legend cases={cases} />
          <div className="grid grid-cols-1 gap-x-8 gap-y-4 min-[26rem]:grid-cols-2 md:grid-cols-3 xl:grid-cols-4">
            {STAGES.map((stage) => (
              <StageTrend key={stage} stage={stage} attempts={attempts} cases={cases} />
            ))}
          </div>
          <AttemptList attempts={attempts} />
          <ChartTable
            caption="Stage ratings from 0 to 4 by attempt"
            rows={attempts}
            rowKey={(attempt) => attempt.interviewId}
            columns={[
              { key: "number", header: "Attempt", numeric: true, cell: (_, i) => i + 1 },
              { key: "setup", header: "Case, level, mode", rowHeader: true, cell: attemptSetup },
              ...STAGES.map((stage) => ({
                key: stage,
                header: stage,
                numeric: true,
                cell: ({ ratings }: Attempt) => ratings[stage]?.value.toFixed(1) ?? "not asked",
              })),
            ]}
          />
        </>
      )}
    </ProgressSection>
  );
}
