import Link from "next/link";
import type { World } from "@/lib/design/designs";
import { includedStages } from "@/lib/framework/included-stages";
import type { Stage } from "@/lib/framework/stages";
import type { Report } from "@/lib/grading/report/schema";
import type { PartnerComparison } from "@/lib/learning/partner-comparison";
import { type Comparison, comparisonWords } from "@/lib/learning/self-scores";
import { ConversationReview } from "./conversation-review";
import { DecisionsReview } from "./decisions-review";
import { FindingsReview } from "./findings-review";
import { HighlightedAnswer } from "./highlighted-answer";
import { PartnerSection } from "./partner-section";
import type { PointCards } from "./point-row";
import { ReportSummary } from "./report-summary";
import { type OwnReading, SecondGradeSection } from "./second-grade";
import { StageRow } from "./stage-row";

type Props = {
  report: Report;
  world: World;
  modelAnswers: Partial<Record<Stage, string>>;
  /** The cards of missed points, for the report's owner. */
  cards?: PointCards;
  /** What they thought of their stages before they saw it, for the owner alone. */
  selfScores?: readonly Comparison[];
  /** Scoring sheets of partners who interviewed, for the owner alone. */
  partners?: readonly PartnerComparison[];
  /** The owner's side of the second reading: how far it is, and asking for what is missing. */
  ownReading?: OwnReading;
};

/** A whole report, rendered on the server: readable without JavaScript and on paper. */
export function ReportView(props: Props) {
  const { report, world, modelAnswers, cards, selfScores = [], partners = [], ownReading } = props;
  const { whole } = report.answers;
  return (
    <div className="grid gap-12">
      <ReportSummary report={report} />
      <section aria-labelledby="stages">
        <h2 id="stages" className="mb-3 text-lg font-semibold">
          Stage by stage
        </h2>
        {selfScores.length > 0 && (
          <p className="mb-4 max-w-2xl">
            {comparisonWords(selfScores)}{" "}
            <span className="text-sm text-ink-2">
              Both from 0 to 4, over the points of{" "}
              <Link href="/framework/scoring#how-our-report-scores" className="underline underline-offset-2">
                every level
              </Link>
              .
            </span>
          </p>
        )}
        <div className="border-b border-line">
          {includedStages(report.setup.stages).map((stage) => (
            <StageRow
              key={stage}
              report={report}
              stage={stage}
              modelAnswer={modelAnswers[stage]}
              cards={cards}
              selfScore={selfScores.find((comparison) => comparison.stage === stage)}
            />
          ))}
        </div>
      </section>
      {partners.map((comparison, i) => (
        <PartnerSection
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no id, and never change places.
          key={i}
          comparison={comparison}
          selfScores={selfScores}
          number={partners.length > 1 ? i + 1 : null}
        />
      ))}
      {whole && (
        <section aria-labelledby="answer" className="max-w-3xl">
          <h2 id="answer" className="mb-3 text-lg font-semibold">
            What you wrote
          </h2>
          <HighlightedAnswer text={whole} part="whole" points={report.points} findings={report.findings} />
        </section>
      )}
      <FindingsReview findings={report.findings} />
      <DecisionsReview decisions={report.decisions} world={world} />
      <ConversationReview report={report} />
      <SecondGradeSection report={report} own={ownReading} />
    </div>
  );
}
