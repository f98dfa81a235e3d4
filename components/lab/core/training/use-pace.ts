"use client";

import { useEffect, useState } from "react";
import type { TrainingView } from "@/components/lab/core/lab-types";
import { describePace, type PaceSample } from "@/components/lab/core/training/pace";

const KEPT = 200;

/** Steps a second and the time that is left, in words. A pause begins the count anew: it is nobody's slowness. */
export function usePace({ points, isRunning, isPaused }: TrainingView): string {
  const [samples, setSamples] = useState<readonly PaceSample[]>([]);
  const isTimed = isRunning && !isPaused;
  const last = points[points.length - 1];
  useEffect(() => {
    if (!isTimed) setSamples([]);
    else if (last) {
      const at = performance.now();
      setSamples((before) => [...before.slice(-KEPT), { at, point: last }]);
    }
  }, [isTimed, last]);
  return isTimed ? describePace(samples) : "";
}
