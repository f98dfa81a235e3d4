"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { initialPoint } from "@/lib/classroom/grading/point-state";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import type { DecideAction } from "../grading-actions";
import { Outbox, type OutboxState, type Points } from "./outbox";

// One for the page's whole life: decisions made on the last submission are still on their way while the next one shows.
let shared: Outbox | null = null;
const outboxFor = (decide: DecideAction): Outbox => {
  shared ??= new Outbox(decide);
  return shared;
};

const NOTHING: OutboxState = { submissions: {}, problem: null };

/** The points of a submission as the grader sees them, and the outbox that takes their decisions. */
export function useOutbox(decide: DecideAction, { ids, points, loadedAtMs }: GradedSubmission) {
  const outbox = outboxFor(decide);
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was loaded changes with the instant of loading.
  useEffect(() => {
    outbox.open(
      ids,
      points.map(({ id, decision }) => ({ pointId: id, stored: decision })),
    );
  }, [outbox, ids.submissionId, loadedAtMs]);

  useEffect(() => {
    const retry = () => outbox.retry();
    const warn = (event: BeforeUnloadEvent) => {
      if (outbox.unsaved() > 0) event.preventDefault();
    };
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
    };
  }, [outbox]);

  const own = state.submissions[ids.submissionId]?.points;
  const loaded = useMemo<Points>(
    () => Object.fromEntries(points.map(({ id, decision }) => [id, initialPoint(decision)])),
    [points],
  );
  return { outbox, points: own ?? loaded, problem: state.problem, unsaved: outbox.unsaved() };
}
