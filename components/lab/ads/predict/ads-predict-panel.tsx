"use client";

import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabView } from "@/components/lab/ads/ads-view";
import type { AdSituation } from "@/components/lab/ads/predict/outcome";
import { AD_QUESTIONS } from "@/components/lab/ads/predict/questions";
import { PredictPanel } from "@/components/lab/core/predict/predict-panel";

function situationOf(lab: AdsLabStore, { run, state, training, card }: AdsLabView): AdSituation {
  const { negativeRate } = training.isOwn ? state.training : card.options;
  return { run, knobs: state.knobs, models: lab.models(), negativeRate };
}

const keyOf = ({ state }: AdsLabView) => JSON.stringify({ ...state, open: null, study: null });

/** The questions about an ad request. */
export function AdsPredictPanel({ lab, view }: { lab: AdsLabStore; view: AdsLabView }) {
  return (
    <PredictPanel
      source={{
        storedAs: "ads-lab-predictions-1",
        situation: situationOf(lab, view),
        key: keyOf(view),
        async prepare() {
          if (lab.getView().phase !== "live") await lab.run();
          const asked = lab.getView();
          return { situation: situationOf(lab, asked), key: keyOf(asked) };
        },
        run: async (knobs, signal) => ({
          base: lab.getView().run,
          run: await lab.runWith(knobs, signal),
        }),
      }}
      questions={AD_QUESTIONS}
      activity={view.phase === "live" ? "Running it" : view.activity || "Starting the pipeline"}
      about="request"
    />
  );
}
