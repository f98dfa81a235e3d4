import { memo, useCallback } from "react";
import { Stepper } from "@/components/lab/core/stepper/stepper";
import { describeUnderstood } from "@/components/lab/search/query/understood-words";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import { SEARCH_STEP_VIEWS } from "@/components/lab/search/step-views";
import { SEARCH_STEPS, type SearchStep } from "@/lib/pipeline/product-search/names";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

type SearchStepperProps = {
  lab: SearchLabStore;
  run: SearchTrace;
  step: SearchStep | null;
  panelId: string;
};

/** Drawn again for another run or step, not for each move of a knob. */
export const SearchStepper = memo(function SearchStepper({ lab, run, step, panelId }: SearchStepperProps) {
  const open = useCallback(
    (target: string | null) => lab.setOpen({ step: SEARCH_STEPS.find((name) => name === target) ?? null }),
    [lab],
  );
  return (
    <Stepper
      run={run}
      views={SEARCH_STEP_VIEWS}
      words={SEARCH_WORDS}
      step={step}
      onOpen={open}
      panelId={panelId}
      outcomes={{ understand: () => describeUnderstood(run.understanding) }}
    />
  );
});
