import { ChevronRight } from "lucide-react";
import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";
import { Disclosure } from "@/components/ui/disclosure";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import type { Report } from "@/lib/grading/report/schema";
import { durationWords, LEVEL_WORDS, scoreWords } from "@/lib/grading/report/words";
import type { Comparison } from "@/lib/learning/self-scores";
import { HighlightedAnswer } from "./highlighted-answer";
import { type PointCards, PointRow } from "./point-row";
import { ScoreInterval } from "./score-interval";
import { SelfScoreMark } from "./self-score-mark";

type Props = {
  report: Report;
  stage: Stage;
  modelAnswer: string | undefined;
  cards: PointCards | undefined;
  selfScore: Comparison | undefined;
};

function TimeUse({ report, stage }: { report: Report; stage: Stage }) {
  const row = report.time.stages.find((entry) => entry.stage === stage);
  if (!row) return null;
  const over = row.spentMs - row.budgetMs;
  return (
    <span className="text-sm text-ink-2 tabular-nums sm:text-right">
      {durationWords(row.spentMs)} of {durationWords(row.budgetMs)}
      {over > 30_000 && <span className="text-warn">, {durationWords(over)} over</span>}
    </span>
  );
}

/** One stage: closed it is a line with its score and time; open, the answer beside its points. */
export function StageRow({ report, stage, modelAnswer, cards, selfScore }: Props) {
  const points = report.points.filter((point) => point.stage === stage);
  const expected = points.filter((point) => point.isExpected);
  const beyond = points.filter((point) => !point.isExpected);
  const score = report.stages[stage];
  const answer = report.answers[stage];
  const level = LEVEL_WORDS[report.setup.level];
  return (
    <details className="group/stage border-t border-line print:break-inside-avoid-page">
      <summary className="grid cursor-pointer list-none gap-x-6 gap-y-2 py-4 hover:bg-raised sm:grid-cols-[minmax(0,13rem)_1fr_15rem] sm:items-center [&::-webkit-details-marker]:hidden">
        <span className="flex items-center gap-1.5 font-semibold">
          <ChevronRight
            size={18}
            aria-hidden
            className="shrink-0 text-ink-2 transition-transform group-open/stage:rotate-90"
          />
          <span className="grid gap-0.5">
            {STAGE_INFO[stage].title}
            {selfScore && <SelfScoreMark {...selfScore} />}
          </span>
        </span>
        <span className="grid grid-cols-[1fr_auto] items-center gap-3">
          <ScoreInterval score={score} label={STAGE_INFO[stage].title} />
          <span className="w-32 text-right text-sm whitespace-nowrap tabular-nums sm:w-36 sm:text-left">
            {scoreWords(score)}
          </span>
        </span>
        <TimeUse report={report} stage={stage} />
      </summary>
      <div className="grid gap-8 pb-8 lg:grid-cols-2">
        <section aria-label={`Your answer: ${STAGE_INFO[stage].title}`} className="min-w-0">
          {report.setup.mode === "coach" && (
            <>
              <h3 className="mb-2 text-sm font-medium text-ink-2">What you wrote</h3>
              {answer ? (
                <HighlightedAnswer
                  text={answer}
                  part={stage}
                  points={report.points}
                  findings={report.findings}
                />
              ) : (
                <p className="text-ink-2">Nothing was written here.</p>
              )}
            </>
          )}
          {modelAnswer && (
            <Disclosure className="mt-5" summary={`How a strong ${level} candidate answers this stage`}>
              <Prose>
                <Markdown text={modelAnswer} />
              </Prose>
            </Disclosure>
          )}
        </section>
        <section aria-label={`Points: ${STAGE_INFO[stage].title}`} className="min-w-0">
          <h3 className="text-sm font-medium text-ink-2">
            {expected.filter((point) => point.credit >= 0.5).length} of {expected.length} points a {level}{" "}
            candidate makes here
          </h3>
          <ul className="divide-y divide-line">
            {expected.map((point) => (
              <PointRow key={point.id} point={point} caseSlug={report.setup.caseSlug} cards={cards} />
            ))}
          </ul>
          {beyond.length > 0 && (
            <Disclosure
              className="mt-3"
              summary={`Points of higher levels (${beyond.filter((point) => point.credit >= 0.5).length} of ${beyond.length} made)`}
            >
              <ul className="divide-y divide-line">
                {beyond.map((point) => (
                  <PointRow key={point.id} point={point} caseSlug={report.setup.caseSlug} cards={cards} />
                ))}
              </ul>
            </Disclosure>
          )}
        </section>
      </div>
    </details>
  );
}
