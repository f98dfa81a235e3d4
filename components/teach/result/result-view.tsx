import Link from "next/link";
import { AnnotatedAnswer } from "@/components/teach/feedback/annotated-answer";
import { BoardFeedback } from "@/components/teach/feedback/board-feedback";
import { CommentCard } from "@/components/teach/feedback/comment-card";
import { PassageArea } from "@/components/teach/feedback/passage-area";
import { partTitle } from "@/components/teach/feedback/place-words";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { numberComments, subjectOf } from "@/lib/classroom/feedback/subject";
import type { Result } from "@/lib/data/result/load-result";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { GradeMaking } from "./grade-making";
import type { Asking } from "./regrade-form";
import { ResultPointRow } from "./result-point";
import { WhatNext } from "./what-next";

type Props = {
  result: Result;
  /** Null when the time for it is over, or the grade is made of another attempt. */
  asking: Asking | null;
};

function Points({ result, asking }: Props) {
  const about = (pointId: string) =>
    result.comments.filter((comment) => comment.pointId === pointId && comment.anchor === null);
  const stages = STAGES.flatMap((stage) => {
    const points = result.points.filter(
      (point) => point.stage === stage && (point.counts || about(point.id).length > 0),
    );
    return points.length > 0 ? [{ stage, points }] : [];
  });
  return (
    <section aria-labelledby="points" className="min-w-0">
      <h2 id="points" className="mb-1 text-lg font-semibold">
        Points
      </h2>
      {stages.map(({ stage, points }) => (
        <section key={stage} aria-labelledby={`points-${stage}`} className="mt-5 border-t border-line pt-2">
          <h3 id={`points-${stage}`} className="font-semibold">
            {STAGE_INFO[stage].title}
          </h3>
          <ul className="divide-y divide-line">
            {points.map((point) => (
              <ResultPointRow key={point.id} point={point} comments={about(point.id)} asking={asking} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Answers({ result }: { result: Result }) {
  const numbers = numberComments(result.comments);
  const titles = new Map(result.points.map(({ id, text }) => [id, text]));
  const card = (comment: FeedbackComment) => {
    const point = comment.pointId ? titles.get(comment.pointId) : undefined;
    return (
      <CommentCard comment={comment} number={numbers.get(comment.id)} about={point && `Point: ${point}`} />
    );
  };
  const counted = result.points.filter(({ counts }) => counts);
  return (
    <section aria-labelledby="answer" className="min-w-0">
      <h2 id="answer" className="mb-3 text-lg font-semibold">
        What you wrote, and what your graders say
      </h2>
      <PassageArea className="grid gap-6">
        {result.comments
          .filter(({ anchor, pointId }) => anchor === null && pointId === null)
          .map((comment) => (
            <div key={comment.id} className="max-w-2xl">
              <CommentCard comment={comment} number={undefined} about="On the whole" />
            </div>
          ))}
        {subjectOf(result).answers.map(({ part, text }) => (
          <div key={part}>
            <h3 className="mb-2 text-sm font-medium text-ink-2">{partTitle(part)}</h3>
            <AnnotatedAnswer
              {...{ part, text, numbers }}
              points={counted}
              comments={result.comments}
              renderComment={card}
            />
          </div>
        ))}
        {result.board.nodes.length > 0 && (
          <section aria-labelledby="board">
            <h3 id="board" className="mb-2 text-sm font-medium text-ink-2">
              Board
            </h3>
            <BoardFeedback
              board={result.board}
              comments={result.comments}
              numbers={numbers}
              renderComment={card}
            />
          </section>
        )}
      </PassageArea>
    </section>
  );
}

/** A student's released result, rendered on the server: it reads without JavaScript and on paper. */
export function ResultView({ result, asking }: Props) {
  return (
    <div className="grid gap-12">
      <GradeMaking result={result} />
      <Answers result={result} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:gap-6">
        <Points result={result} asking={asking} />
        <WhatNext result={result} />
      </div>
      <p className="text-sm text-ink-2 print:hidden">
        The machine’s own report, with its doubts and the time you took:{" "}
        <Link href={`/interviews/${result.interviewId}/report`}>open the report</Link>.
      </p>
    </div>
  );
}
