"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState, useTransition } from "react";
import { useFeedback } from "@/components/teach/feedback/feedback-context";
import { FeedbackPanel } from "@/components/teach/feedback/feedback-panel";
import { StatusLine } from "@/components/ui/status-line";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { type GradingView, gradingQuery } from "@/lib/classroom/grading/view";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import type { Stage } from "@/lib/framework/stages";
import type { GradingActions } from "../grading-actions";
import { GradePanel } from "./grade-panel";
import { HistoryPanel } from "./history-panel";
import { GradingKeySheet, KeyHint } from "./key-sheet";
import { PointsPane } from "./points-pane";
import { ScreenBar } from "./screen-bar";
import { showAnswerPart, showReceipt } from "./show-receipt";
import { StageSwitch } from "./stage-switch";
import { type Grading, useGrading } from "./use-grading";
import { useGradingKeys } from "./use-grading-keys";
import { useVisit } from "./use-visit";

/** A tab that the page composes: the board, the choices, what the machine noticed, evidence. */
export type SideTab = Tab;
type Props = {
  submission: GradedSubmission;
  view: GradingView;
  /** The stage to begin with when going student by student. */
  at: Stage | null;
  actions: GradingActions;
  tabs: readonly SideTab[];
};

function useGoing({ submission, view }: Props, grading: Grading) {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  const { classId, assignmentId, submissionId } = submission.ids;
  const base = `/classes/${classId}/assignments/${assignmentId}/grading`;
  const { stage, setStage, say } = grading;
  const goTo = useCallback(
    (id: string | null, ifNone = "No other submission has anything undecided.") => {
      if (id === null) return say(ifNone);
      const query = view.stage ? { ...view, stage } : view;
      startGoing(() => router.push(`${base}/${id}${gradingQuery(query)}`));
    },
    [router, base, view, stage, say],
  );
  const goToStage = useCallback(
    (next: Stage) => {
      setStage(next);
      // By stage, who comes next depends on it; student by student only where a link would begin.
      const query = view.stage ? { ...view, stage: next } : { ...view, at: next };
      startGoing(() => router.replace(`${base}/${submissionId}${gradingQuery(query)}`, { scroll: false }));
    },
    [router, base, submissionId, view, setStage],
  );
  return { isGoing, goTo, goToStage, queueHref: `${base}${gradingQuery(view)}`, router };
}

function useKeys(
  { submission }: Props,
  grading: Grading,
  going: ReturnType<typeof useGoing>,
  showKeys: () => void,
): void {
  const { step, decideCurrent, acceptStage, currentId, setEditingId, counts, stage } = grading;
  const { goTo, goToStage, queueHref, router } = going;
  const { commentHere } = useFeedback();
  const { previousOpen, nextOpen, previous, next } = submission.neighbours;
  const stepStage = (by: 1 | -1) => {
    const target = counts[counts.findIndex((each) => each.stage === stage) + by];
    if (target) goToStage(target.stage);
  };
  useGradingKeys({
    ...{ j: () => step(1), k: () => step(-1), n: () => goTo(nextOpen), p: () => goTo(previousOpen) },
    ...{ N: () => goTo(next, "This is the last one."), P: () => goTo(previous, "This is the first one.") },
    u: () => router.push(queueHref),
    ...{ "[": () => stepStage(-1), "]": () => stepStage(1), "?": showKeys },
    a: () => decideCurrent(({ suggested }) => suggested),
    A: acceptStage,
    ...{
      "0": () => decideCurrent(() => 0),
      "1": () => decideCurrent(() => 0.5),
      "2": () => decideCurrent(() => 1),
    },
    x: () => decideCurrent(() => null),
    e: () => setEditingId(currentId),
    c: commentHere,
  });
}

/** One submission being graded: left what was handed in, right the points; everything by keyboard. */
export function GradingScreen(props: Props) {
  const { submission, view, at, actions, tabs } = props;
  const grading = useGrading(submission, actions, view.stage ?? at);
  const others = useVisit(actions.visit, grading.outbox, submission);
  const going = useGoing(props, grading);
  const [areKeysShown, setKeysShown] = useState(false);
  const [tabId, setTabId] = useState("answer");
  const pane = useRef<HTMLDivElement>(null);
  const showKeys = useCallback(() => setKeysShown(true), []);
  useKeys(props, grading, going, showKeys);

  const { currentId, stage, said } = grading;
  const onShowReceipt = useCallback((pointId: string) => {
    setTabId("answer");
    requestAnimationFrame(() => showReceipt(pane.current, pointId));
  }, []);
  useEffect(() => showAnswerPart(pane.current, stage), [stage]);
  useEffect(() => {
    if (currentId) showReceipt(pane.current, currentId);
  }, [currentId]);

  const pointText = useMemo(
    () => new Map(submission.points.map(({ id, text }) => [id, text])),
    [submission.points],
  );
  const all: Tab[] = [
    {
      id: "answer",
      label: "Answer",
      content: <FeedbackPanel {...{ stage, currentId }} findings={submission.findings} />,
    },
    ...tabs,
    {
      id: "grade",
      label: "Grade",
      content: <GradePanel {...{ submission, grading }} adjust={actions.adjust} />,
    },
    {
      id: "history",
      label: "History",
      content: <HistoryPanel ids={submission.ids} load={actions.history} pointText={pointText} />,
    },
  ];
  return (
    <div data-focus-mode className="grid grid-cols-1 gap-2 pb-12">
      <ScreenBar
        {...{ submission, grading, others }}
        queueHref={going.queueHref}
        isGoing={going.isGoing}
        goTo={going.goTo}
        onShowKeys={showKeys}
      />
      {submission.isArchived && (
        <p className="text-sm text-warn">
          This class is archived: it can be read, and nothing in it changes.
        </p>
      )}
      <div className="flex items-center gap-6">
        <StageSwitch counts={grading.counts} stage={stage} onChange={going.goToStage} />
        <KeyHint />
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-2 lg:items-start">
        <div
          ref={pane}
          className="max-h-[45vh] min-w-0 overflow-y-auto rounded-lg border border-line px-4 pb-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)]"
        >
          <Tabs
            label="What was handed in"
            tabs={all}
            value={tabId}
            onChange={setTabId}
            className="[&>[role=tablist]]:sticky [&>[role=tablist]]:top-0 [&>[role=tablist]]:z-10 [&>[role=tablist]]:bg-paper"
          />
        </div>
        <PointsPane grading={grading} points={submission.points} onShowReceipt={onShowReceipt} />
      </div>
      <StatusLine hidden>{said}</StatusLine>
      <GradingKeySheet open={areKeysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
