"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { shownCredit } from "@/lib/classroom/grading/point-state";
import type { GradedPoint } from "@/lib/data/grading/graded-points";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import type { GradingActions } from "../grading-actions";
import { useOutbox } from "../store/use-outbox";
import { creditWords } from "./decision-words";
import { focusPoint } from "./focus-point";
import type { PointHandlers } from "./point-item";

export type StageCount = { stage: Stage; points: number; decided: number };

/** The stage that counts and is asked for, or the first one with something undecided. */
function firstStage(points: readonly GradedPoint[], asked: Stage | null): Stage {
  const counted = points.filter(({ isExpected }) => isExpected);
  if (asked && counted.some(({ stage }) => stage === asked)) return asked;
  const open = counted.find(({ decision }) => decision.credit === null) ?? counted[0];
  return open?.stage ?? "clarify";
}

/** One submission being graded: the stage and point at hand, and what can be done with them. */
export function useGrading(submission: GradedSubmission, actions: GradingActions, asked: Stage | null) {
  const { outbox, points: states, problem, unsaved } = useOutbox(actions.decide, submission);
  const { submissionId } = submission.ids;
  const [stage, setStage] = useState(() => firstStage(submission.points, asked));
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [said, say] = useState("");
  const isClosed = submission.isArchived;

  const counted = useMemo(
    () => submission.points.filter(({ isExpected }) => isExpected),
    [submission.points],
  );
  const shown = useMemo(() => counted.filter((point) => point.stage === stage), [counted, stage]);
  const creditOf = useCallback(
    (id: string) => {
      const state = states[id];
      return state ? shownCredit(state) : null;
    },
    [states],
  );

  // A new stage starts at its first undecided point; the ref keeps decisions from moving the focus by themselves.
  const begin = useRef<() => void>(() => {});
  begin.current = () => focusPoint((shown.find(({ id }) => creditOf(id) === null) ?? shown[0])?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the stage that begins.
  useEffect(() => begin.current(), [stage, submissionId]);

  const step = useCallback(
    (by: 1 | -1) => {
      const at = shown.findIndex(({ id }) => id === currentId);
      focusPoint(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.id);
    },
    [shown, currentId],
  );

  const choose = useCallback(
    (pointId: string, credit: number | null) => {
      if (isClosed) return;
      outbox.choose(submissionId, new Map([[pointId, credit]]));
      setEditingId(null);
      setCurrentId(pointId);
      const left = shown.filter(({ id }) => id !== pointId && creditOf(id) === null).length;
      const decided = shown.length - left - (credit === null ? 1 : 0);
      say(`${creditWords(credit)}. ${decided} of ${shown.length} points of this stage decided.`);
    },
    [outbox, submissionId, shown, creditOf, isClosed],
  );

  /** By key: decides the point at hand and goes on to the next one. */
  const decideCurrent = useCallback(
    (credit: (point: GradedPoint) => number | null) => {
      const point = shown.find(({ id }) => id === currentId);
      if (!point) return;
      const chosen = credit(point);
      choose(point.id, chosen);
      if (chosen !== null) step(1);
    },
    [shown, currentId, choose, step],
  );

  const acceptStage = useCallback(() => {
    if (isClosed) return;
    const open = shown.filter(({ id }) => creditOf(id) === null);
    outbox.choose(submissionId, new Map(open.map(({ id, suggested }) => [id, suggested])));
    say(
      open.length === 0
        ? "Nothing is undecided in this stage."
        : `Accepted ${formatWithNoun(open.length, "suggestion")}. This stage is decided.`,
    );
  }, [outbox, submissionId, shown, creditOf, isClosed]);

  const counts = useMemo(
    () =>
      STAGES.flatMap((each): StageCount[] => {
        const own = counted.filter((point) => point.stage === each);
        if (own.length === 0) return [];
        return [
          { stage: each, points: own.length, decided: own.filter(({ id }) => creditOf(id) !== null).length },
        ];
      }),
    [counted, creditOf],
  );

  const handlers = useMemo<Omit<PointHandlers, "onShowReceipt">>(
    () => ({
      onCurrent: setCurrentId,
      onChoose: choose,
      onEdit: (id) => {
        setEditingId(id);
        if (id !== null) setCurrentId(id);
      },
      onKeep: (id) => outbox.letStand(submissionId, id),
    }),
    [choose, outbox, submissionId],
  );

  return {
    ...{ outbox, states, problem, unsaved, stage, setStage, currentId, editingId, setEditingId, said, say },
    ...{ counted, shown, counts, creditOf, step, decideCurrent, acceptStage, handlers, isClosed },
  };
}
export type Grading = ReturnType<typeof useGrading>;
