"use client";

import { useEffect, useRef, useState } from "react";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import type { OtherGrader } from "@/lib/data/grading/visit-submission";
import type { GradingActions } from "../grading-actions";
import type { Outbox } from "../store/outbox";

const SIGN_MS = 10_000;

/**
 * Gives a sign of life while the page is looked at, and hears who else is here and what they decided. A sign that gets
 * lost is no harm: the next one brings what it would have.
 */
export function useVisit(
  visit: GradingActions["visit"],
  outbox: Outbox,
  { ids, loadedAtMs }: GradedSubmission,
): OtherGrader[] {
  const [others, setOthers] = useState<OtherGrader[]>([]);
  const heardAtMs = useRef(loadedAtMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the visit is one of this submission, however often it is loaded.
  useEffect(() => {
    let isGone = false;
    async function sign() {
      if (document.hidden) return;
      const result = await visit({ ...ids, sinceMs: heardAtMs.current, isLeaving: false }).catch(() => null);
      if (isGone || !result?.ok) return;
      heardAtMs.current = result.data.heardAtMs;
      setOthers(result.data.others);
      outbox.hear(ids.submissionId, result.data.decided);
    }
    void sign();
    const timer = setInterval(sign, SIGN_MS);
    document.addEventListener("visibilitychange", sign);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sign);
      void visit({ ...ids, sinceMs: 0, isLeaving: true }).catch(() => null);
    };
  }, [visit, outbox, ids.submissionId]);
  return others;
}
