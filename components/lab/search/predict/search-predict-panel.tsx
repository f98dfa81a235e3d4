"use client";

import { PredictPanel } from "@/components/lab/core/predict/predict-panel";
import type {
  SearchSituation,
  SearchTrial,
  SearchTrialResult,
} from "@/components/lab/search/predict/outcome";
import { SEARCH_QUESTIONS } from "@/components/lab/search/predict/questions";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";

const situationOf = ({ trace, state, training }: SearchLabView): SearchSituation => ({
  trace,
  knobs: state.knobs,
  hasOwnModels: training.isOwn,
});
/** Studies change nothing in a search. */
const keyOf = ({ state }: SearchLabView) => JSON.stringify({ ...state, open: null, study: null });

async function runTrial(
  lab: SearchLabStore,
  trial: SearchTrial,
  signal: AbortSignal,
): Promise<SearchTrialResult> {
  const [base, ...effects] = await lab.compare(trial, signal);
  if (!base) throw new Error("A comparison without its base.");
  return { base, effects };
}

/** The questions about a search. */
export function SearchPredictPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  return (
    <PredictPanel
      source={{
        storedAs: "search-lab-predictions-1",
        situation: situationOf(view),
        key: keyOf(view),
        async prepare() {
          if (lab.getView().phase !== "live") await lab.run();
          const asked = lab.getView();
          return { situation: situationOf(asked), key: keyOf(asked) };
        },
        run: (trial, signal) => runTrial(lab, trial, signal),
      }}
      questions={SEARCH_QUESTIONS}
      activity={view.phase === "live" ? "Running it" : view.activity || "Starting the pipeline"}
      about="query"
    />
  );
}
