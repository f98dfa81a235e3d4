import { Badge, type Tone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { includedStages } from "@/lib/framework/included-stages";
import { STAGE_INFO } from "@/lib/framework/stages";
import type { Report, ReportPoint } from "@/lib/grading/report/schema";
import { VERDICT_WORDS } from "@/lib/grading/report/words";
import { agreement, pairPoints } from "@/lib/grading/second/compare";
import type { SecondGrade, SecondPoint, SecondStage } from "@/lib/grading/second/schema";
import {
  DROP_WORDS,
  failureSentences,
  SECOND_VERDICT_WORDS,
  secondNotes,
  secondOutcome,
} from "@/lib/grading/second/words";
import { type AskAgain, ReadAgain } from "./read-again";
import { SecondProgress } from "./second-progress";

const TONES: Record<SecondPoint["verdict"], Tone> = {
  met: "good",
  partial: "accent",
  contradicted: "bad",
  "not-sure": "warn",
  missing: "neutral",
};

/** What both graders say of one point, with the model's words for it and what our checks made of them. */
function PointPair({ first, second }: { first: ReportPoint; second: SecondPoint }) {
  return (
    <li className="grid gap-1.5 py-3">
      <p className="text-sm">{first.text}</p>
      <p className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
        Report: <Badge>{VERDICT_WORDS[first.verdict]}</Badge> Model:{" "}
        <Badge tone={TONES[second.verdict]}>{SECOND_VERDICT_WORDS[second.verdict]}</Badge>
      </p>
      {second.receipt && (
        <blockquote className="border-l-2 border-line-strong pl-3 font-serif text-sm break-words whitespace-pre-wrap text-ink-2">
          “{second.receipt.quote}”
        </blockquote>
      )}
      {second.dropped && <p className="text-sm text-warn">{DROP_WORDS[second.dropped]}</p>}
      {second.why && second.said !== "missing" && (
        <p className="text-sm text-ink-2">
          The model says: <q className="[overflow-wrap:anywhere]">{second.why}</q>
        </p>
      )}
    </li>
  );
}

function StagePairs({
  report,
  stage,
  points,
}: {
  report: Report;
  stage: SecondStage;
  points: SecondPoint[];
}) {
  const pairs = pairPoints(
    report.points.filter((point) => point.stage === stage.stage),
    points,
  );
  if (pairs.length === 0) return null;
  const byId = new Map(report.points.map((point) => [point.id, point]));
  return (
    <Disclosure
      summary={`${STAGE_INFO[stage.stage].title}: agree on ${agreement(pairs)} of ${pairs.length} points`}
    >
      <ul className="divide-y divide-line border-l border-line pl-4">
        {pairs.map(({ second }) => {
          const first = byId.get(second.id);
          return first && <PointPair key={second.id} first={first} second={second} />;
        })}
      </ul>
      {stage.followUp && (
        <p className="mt-2 pl-4 text-sm text-ink-2">
          It would ask next: <q className="[overflow-wrap:anywhere]">{stage.followUp}</q>
        </p>
      )}
    </Disclosure>
  );
}

function Outcome({ report, second }: { report: Report; second: SecondGrade }) {
  const tokens = second.stages.reduce((sum, stage) => sum + stage.tokens.in + stage.tokens.out, 0);
  return (
    <>
      <p>{secondOutcome(second, report.points, report.score.value)}</p>
      {failureSentences(second).map((sentence) => (
        <p key={sentence} className="text-sm text-warn">
          {sentence}
        </p>
      ))}
      {secondNotes(second).map((note) => (
        <p key={note} className="text-sm text-ink-2">
          {note}
        </p>
      ))}
      <div className="grid gap-1">
        {second.stages.map((stage) => (
          <StagePairs key={stage.stage} report={report} stage={stage} points={second.points} />
        ))}
      </div>
      <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
        {second.model}, prompt {second.promptVersion}, rubric {second.rubricVersion},{" "}
        <span className="tabular-nums">{tokens.toLocaleString("en-GB")}</span> tokens.
      </p>
    </>
  );
}

/** What the report's owner can see and do beside the outcome. */
export type OwnReading = {
  interviewId: string;
  /** Stages read so far, while the model is at work. */
  stagesDone: number | undefined;
  askAgain: AskAgain;
};

type Props = { report: Report; own?: OwnReading | undefined };

/** A language model's reading beside the report's own, or the plain statement that none took part. */
export function SecondGradeSection({ report, own }: Props) {
  const { second } = report;
  const isReading = own?.stagesDone !== undefined;
  const hasGaps = second?.stages.some(({ failure }) => failure !== null) ?? false;
  if (!second && !isReading)
    return (
      <p className="text-sm text-ink-2">Graded by published rules alone: no language model has read this.</p>
    );
  return (
    <section aria-labelledby="second-grade" className="grid max-w-3xl gap-3">
      <h2 id="second-grade" className="text-lg font-semibold">
        A second reading, by a language model
      </h2>
      <p className="text-sm text-ink-2">
        It changes nothing above. Its verdicts count only with words that our code found in the answer and
        that have to do with the point; the arithmetic is ours.
      </p>
      {isReading && (
        <SecondProgress
          stagesDone={own.stagesDone ?? 0}
          stages={includedStages(report.setup.stages).length}
        />
      )}
      {second && !isReading && <Outcome report={report} second={second} />}
      {own && hasGaps && !isReading && <ReadAgain interviewId={own.interviewId} ask={own.askAgain} />}
    </section>
  );
}
