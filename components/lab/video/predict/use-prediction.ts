"use client";

import { useEffect, useRef, useState } from "react";
import { useTask } from "@/components/lab/use-task";
import { type Attempt, readAttempts, writeAttempts } from "@/components/lab/video/predict/attempts";
import { type Answer, judge, type Question, type Situation } from "@/components/lab/video/predict/question";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";

export function situationOf(
  lab: VideoLabStore,
  { state, recommendation, history, user, card, training }: VideoLabView,
): Situation {
  return {
    recommendation,
    knobs: state.knobs,
    audience: lab.audience(),
    language: user.language,
    watches: history.length,
    loggedItems: card.world.loggedItems,
    hasOwnModels: training.isOwn,
  };
}

/** All that an answer depends on: a question can be asked again when it changes. */
export const stateKey = ({ state }: VideoLabView) => JSON.stringify({ ...state, open: null });

type Prediction = { question: Question; answer: Answer };

function inWords(question: Question, situation: Situation, answer: Answer): string {
  const form = question.form(situation);
  if (form.kind === "count") return `${answer} ${form.unit}`;
  return form.choices.find(({ value }) => value === answer)?.label ?? String(answer);
}

/** Attempts of this session, and the run that makes a new one. */
export function usePrediction(lab: VideoLabStore, view: VideoLabView) {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  useEffect(() => setAttempts(readAttempts()), []);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  const task = useTask<Prediction, Attempt>(async ({ question, answer }, { signal }) => {
    if (latest.current.phase !== "live") await lab.run();
    const asked = lab.getView();
    const situation = situationOf(lab, asked);
    const { variants, request, needsLists } = question.trial(situation);
    if (needsLists) await lab.prepareLists(signal);
    const [base, ...effects] = await lab.compare(variants, signal);
    if (!base) throw new Error("A comparison without its base.");
    const answered = request ? await lab.ask("recommend", request, { signal }) : null;
    const outcome = question.reveal(situation, { base, effects, request: answered });
    const attempt: Attempt = {
      questionId: question.id,
      asked: question.ask(situation),
      key: stateKey(asked),
      answer: inWords(question, situation, answer),
      verdict: judge(answer, outcome),
      outcome,
    };
    setAttempts((before) => {
      const after = [...before, attempt];
      writeAttempts(after);
      return after;
    });
    return attempt;
  }, "This could not be run. Commit again to try once more.");
  return { attempts, task };
}
