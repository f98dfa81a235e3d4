import { HighlightedAnswer } from "@/components/report/highlighted-answer";
import { cx } from "@/components/ui/cx";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import { STAGE_INFO, STAGES, type Stage } from "@/lib/framework/stages";
import type { Part } from "@/lib/grading/types";

type Props = {
  submission: Pick<GradedSubmission, "answers" | "points" | "findings">;
  stage: Stage;
  currentId: string | null;
};

export const answerPartId = (part: Part): string => `answer-${part}`;

/** All that was written, the stage at hand first to the eye, with the words that earned something marked. */
export function AnswerPane({ submission, stage, currentId }: Props) {
  const { answers, points, findings } = submission;
  const parts: readonly Part[] = ["whole", ...STAGES];
  const written = parts.filter(
    (part) => answers[part]?.trim() || (part === stage && answers.whole === undefined),
  );
  if (written.length === 0) return <p className="text-sm text-ink-2">Nothing was written.</p>;
  return (
    <div className="grid gap-6">
      {written.map((part) => (
        <section key={part} id={answerPartId(part)} aria-labelledby={`${answerPartId(part)}-title`}>
          <h3
            id={`${answerPartId(part)}-title`}
            className={cx("mb-1.5 text-sm font-medium", part === stage ? "text-accent" : "text-ink-2")}
          >
            {part === "whole" ? "Answer" : STAGE_INFO[part].title}
          </h3>
          {answers[part]?.trim() ? (
            <HighlightedAnswer text={answers[part]} part={part} {...{ points, findings, currentId }} />
          ) : (
            <p className="text-sm text-ink-2">Nothing was written in this stage.</p>
          )}
        </section>
      ))}
    </div>
  );
}
