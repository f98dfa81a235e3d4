"use client";

import { useRef } from "react";
import { cx } from "@/components/ui/cx";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { Stage } from "@/lib/framework/stages";
import type { ReportFinding } from "@/lib/grading/report/schema";
import { AnnotatedAnswer } from "./annotated-answer";
import { useFeedback } from "./feedback-context";
import { FeedbackTools } from "./feedback-tools";
import { OwnCard } from "./own-card";
import { PassageArea } from "./passage-area";
import { answerPartId, partTitle } from "./place-words";
import { SelectionComment } from "./selection-comment";

type FeedbackPanelProps = {
  findings?: readonly ReportFinding[];
  /** The stage and the point that are graded just now: they stand out. */
  stage?: Stage | null;
  currentId?: string | null;
};

const card = (comment: FeedbackComment) => <OwnCard comment={comment} />;

/** The submitted answers with receipts and comments, and all that comments on them. Inside a FeedbackProvider. */
export function FeedbackPanel({ findings, stage, currentId }: FeedbackPanelProps) {
  const { subject, comments, numbers, canWrite } = useFeedback();
  const root = useRef<HTMLDivElement>(null);
  const onWhole = comments.filter(({ anchor, pointId }) => anchor === null && pointId === null);
  return (
    <div className="grid gap-4">
      <FeedbackTools />
      <PassageArea className="grid gap-6">
        {onWhole.length > 0 && (
          <ul aria-label="Comments on the whole submission" className="grid gap-2">
            {onWhole.map((comment) => (
              <li key={comment.id}>{card(comment)}</li>
            ))}
          </ul>
        )}
        <div ref={root} className="relative grid gap-6">
          {subject.answers.map(({ part, text }) => (
            <section key={part} id={answerPartId(part)} aria-labelledby={`${answerPartId(part)}-title`}>
              <h2
                id={`${answerPartId(part)}-title`}
                className={cx("mb-1.5 text-sm font-medium", part === stage ? "text-accent" : "text-ink-2")}
              >
                {partTitle(part)}
              </h2>
              <AnnotatedAnswer
                {...{ part, text, comments, numbers, findings, currentId }}
                points={subject.points}
                isLinked={!canWrite}
                renderComment={card}
              />
            </section>
          ))}
          {subject.answers.length === 0 && <p className="text-sm text-ink-2">Nothing was written.</p>}
          <SelectionComment root={root} />
        </div>
      </PassageArea>
    </div>
  );
}
