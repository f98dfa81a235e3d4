"use client";

import { PredictPanel } from "@/components/lab/core/predict/predict-panel";
import type { Situation, Trial, TrialResult } from "@/components/lab/video/predict/question";
import { QUESTIONS } from "@/components/lab/video/predict/questions";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";

function situationOf(lab: VideoLabStore, view: VideoLabView): Situation {
  const { state, recommendation, history, user, card, training } = view;
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

const keyOf = ({ state }: VideoLabView) => JSON.stringify({ ...state, open: null });

async function runTrial(lab: VideoLabStore, trial: Trial, signal: AbortSignal): Promise<TrialResult> {
  const { variants, request, needsLists } = trial;
  if (needsLists) await lab.prepareLists(signal);
  const [base, ...effects] = await lab.compare(variants, signal);
  if (!base) throw new Error("A comparison without its base.");
  return { base, effects, request: request ? await lab.ask("recommend", request, { signal }) : null };
}

/** The questions about a video request. */
export function VideoPredictPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  return (
    <PredictPanel
      source={{
        storedAs: "lab-predictions-1",
        situation: situationOf(lab, view),
        key: keyOf(view),
        async prepare() {
          if (lab.getView().phase !== "live") await lab.run();
          const asked = lab.getView();
          return { situation: situationOf(lab, asked), key: keyOf(asked) };
        },
        run: (trial, signal) => runTrial(lab, trial, signal),
      }}
      questions={QUESTIONS}
      activity={view.phase === "live" ? "Running it" : view.activity || "Starting the pipeline"}
      about="viewer"
    />
  );
}
