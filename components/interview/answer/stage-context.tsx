"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { includedStages, stageBeside } from "@/lib/framework/included-stages";
import type { Stage } from "@/lib/framework/stages";
import { useInterview } from "../interview-context";

type StageChoice = {
  /** Those that are asked for. */
  stages: readonly Stage[];
  stage: Stage;
  enter: (stage: Stage) => void;
  enterBy: (step: 1 | -1) => void;
};
const StageContext = createContext<StageChoice | null>(null);

/**
 * The stage that this tab shows (coach mode). It starts where the log left off; another tab that moves on does not
 * take the page away from under someone's typing.
 */
export function StageProvider({ children }: { children: ReactNode }) {
  const { store } = useInterview();
  const [stages] = useState(() => includedStages(store.getSnapshot().state.setup?.stages));
  const [stage, setStage] = useState<Stage>(() => store.getSnapshot().state.stage ?? stages[0] ?? "clarify");
  const enter = useCallback(
    (next: Stage) => {
      setStage(next);
      const { state } = store.getSnapshot();
      if (state.stage !== next && state.status === "running")
        store.write({ kind: "stage-entered", stage: next });
    },
    [store],
  );
  const choice = useMemo(() => {
    const enterBy = (step: 1 | -1) => {
      const next = stageBeside(stages, stage, step);
      if (next) enter(next);
    };
    return { stages, stage, enter, enterBy };
  }, [stages, stage, enter]);
  return <StageContext value={choice}>{children}</StageContext>;
}

export function useStage(): StageChoice {
  const choice = useContext(StageContext);
  if (!choice) throw new Error("useStage is used outside StageProvider");
  return choice;
}
