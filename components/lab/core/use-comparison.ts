"use client";

import { useEffect } from "react";
import type { CommonView } from "@/components/lab/core/lab-types";
import { type Task, useTask } from "@/components/lab/use-task";

/** Long enough that a dragged knob is answered first. */
const PAUSE_MS = 400;

type Comparison<Effect> = { key: string; effects: readonly Effect[] };
type ComparingLab<Variant, Effect> = {
  /** The present request with other knobs. */
  compare(variants: readonly Variant[], signal?: AbortSignal): Promise<Effect[]>;
};

/** All that the answer depends on. */
const keyOf = ({ state }: Pick<CommonView, "state">) => JSON.stringify({ ...state, open: null });

/**
 * Compares the present request with `variants`, again after each change while `isWanted`. A run under way is given up
 * when a knob moves, so that the slate never waits for it.
 */
export function useComparison<Variant, Effect>(
  lab: ComparingLab<Variant, Effect>,
  view: Pick<CommonView, "state" | "phase">,
  variants: readonly Variant[],
  isWanted: boolean,
): { task: Task<string, Comparison<Effect>>; isCurrent: boolean } {
  const key = keyOf(view);
  const task = useTask<string, Comparison<Effect>>(
    async (asked, { signal }) => ({ key: asked, effects: await lab.compare(variants, signal) }),
    "The comparison could not be made. Change a knob to try again.",
  );
  const { start, cancel } = task;
  const isLive = view.phase === "live";
  const isCurrent = task.result?.key === key;
  useEffect(() => {
    if (!isWanted || !isLive || isCurrent) return;
    const timer = setTimeout(() => start(key), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [isWanted, isLive, isCurrent, key, start, cancel]);
  return { task, isCurrent };
}
