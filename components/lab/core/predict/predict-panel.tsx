"use client";

import { useState } from "react";
import { AnswerForm } from "@/components/lab/core/predict/answer-form";
import { type Attempt, countAttempts } from "@/components/lab/core/predict/attempts";
import type { Question } from "@/components/lab/core/predict/question";
import { Reveal, VerdictMark } from "@/components/lab/core/predict/reveal";
import { type PredictSource, usePrediction } from "@/components/lab/core/predict/use-prediction";
import { TaskStatus } from "@/components/lab/task-status";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

type PredictPanelProps<S, T, R> = {
  source: PredictSource<S, T, R>;
  /** In the order in which they are offered; those that the knobs make void are left out. */
  questions: readonly Question<S, T, R>[];
  /** What is being done while an answer is made. */
  activity: string;
  /** "viewer": whom a request is about. */
  about: string;
};

/** Predict what a change does to this very request, then run it and see. */
export function PredictPanel<S, T, R>({
  source,
  questions: all,
  activity,
  about,
}: PredictPanelProps<S, T, R>) {
  const { attempts, task } = usePrediction(source);
  const [openId, setOpenId] = useState<string | null>(null);
  const [again, setAgain] = useState<string | null>(null);
  const { situation, key } = source;
  const questions = all.filter((question) => question.isFor(situation));
  const latest = (id: string) => attempts.findLast((attempt) => attempt.questionId === id);
  const question =
    questions.find(({ id }) => id === openId) ?? questions.find(({ id }) => !latest(id)) ?? questions[0];
  if (!question)
    return <p className="text-sm text-ink-2">Everything is switched off: there is nothing to ask.</p>;

  const attempt = again === question.id ? undefined : latest(question.id);
  const next = questions[questions.indexOf(question) + 1];
  function open(id: string) {
    setOpenId(id);
    setAgain(null);
  }
  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <section aria-label="The question" className="grid content-start gap-4">
        <h3 className="max-w-2xl text-lg leading-snug font-semibold">
          {attempt?.asked ?? question.ask(situation)}
        </h3>
        {attempt ? (
          <>
            <Reveal attempt={attempt} />
            <div className="flex flex-wrap gap-2">
              {next && (
                <Button variant="primary" onClick={() => open(next.id)}>
                  Next question
                </Button>
              )}
              {attempt.key !== key && (
                <Button
                  onClick={() => {
                    setOpenId(question.id);
                    setAgain(question.id);
                  }}
                >
                  Ask again for the present knobs and {about}
                </Button>
              )}
            </div>
          </>
        ) : (
          <AnswerForm
            key={`${question.id}-${attempts.length}`}
            form={question.form(situation)}
            isBusy={task.isBusy}
            onCommit={(answer) => {
              setOpenId(question.id);
              setAgain(null);
              task.start({ question, answer });
            }}
          />
        )}
        <TaskStatus task={task} activity={activity} done={countAttempts(attempts)} />
      </section>
      <QuestionList
        questions={questions}
        openId={question.id}
        latest={latest}
        onOpen={open}
        count={countAttempts(attempts)}
      />
    </div>
  );
}

type QuestionListProps = {
  questions: readonly { id: string; topic: string }[];
  openId: string;
  latest: (id: string) => Attempt | undefined;
  onOpen: (id: string) => void;
  count: string;
};

function QuestionList({ questions, openId, latest, onOpen, count }: QuestionListProps) {
  return (
    <nav aria-label="Questions" className="min-w-0">
      <p className="mb-1 flex justify-between gap-3 text-sm">
        <span className="font-medium">{questions.length} questions about this request</span>
        <span className="text-ink-2 tabular-nums">{count}</span>
      </p>
      <ol className="divide-y divide-line border-y border-line">
        {questions.map(({ id, topic }) => {
          const attempt = latest(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === openId || undefined}
                onClick={() => onOpen(id)}
                className={cx(
                  "flex min-h-8 w-full cursor-pointer items-center justify-between gap-3 px-2 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2",
                  id === openId && "bg-accent-soft font-medium",
                )}
              >
                {topic}
                {attempt && <VerdictMark verdict={attempt.verdict} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
