"use client";

import { useEffect, useState } from "react";
import { type Attempt, readAttempts, writeAttempts } from "@/components/lab/core/predict/attempts";
import { type Answer, judge, type Question } from "@/components/lab/core/predict/question";
import { useTask } from "@/components/lab/use-task";

/** What a world supplies so that questions about its present request can be answered by running them. */
export type PredictSource<Situation, Trial, Result> = {
  /** Under which name the attempts of this tab are kept. */
  storedAs: string;
  /** As it is drawn. */
  situation: Situation;
  /** All that an answer depends on: a question can be asked again when it changes. */
  key: string;
  /** Brings the pipeline up, and says what it is asked about then. */
  prepare: () => Promise<{ situation: Situation; key: string }>;
  run: (trial: Trial, signal: AbortSignal) => Promise<Result>;
};

function inWords<S, T, R>(question: Question<S, T, R>, situation: S, answer: Answer): string {
  const form = question.form(situation);
  if (form.kind === "count") return `${answer} ${form.unit}`;
  return form.choices.find(({ value }) => value === answer)?.label ?? String(answer);
}

/** Attempts of this session, and the run that makes a new one. */
export function usePrediction<S, T, R>({ storedAs, prepare, run }: PredictSource<S, T, R>) {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  useEffect(() => setAttempts(readAttempts(storedAs)), [storedAs]);
  const task = useTask<{ question: Question<S, T, R>; answer: Answer }, Attempt>(
    async ({ question, answer }, { signal }) => {
      const { situation, key } = await prepare();
      const outcome = question.reveal(situation, await run(question.trial(situation), signal));
      const attempt: Attempt = {
        questionId: question.id,
        asked: question.ask(situation),
        key,
        answer: inWords(question, situation, answer),
        verdict: judge(answer, outcome),
        outcome,
      };
      setAttempts((before) => {
        const after = [...before, attempt];
        writeAttempts(storedAs, after);
        return after;
      });
      return attempt;
    },
    "This could not be run. Commit again to try once more.",
  );
  return { attempts, task };
}
