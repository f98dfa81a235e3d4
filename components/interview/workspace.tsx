"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { LoadedInterview } from "@/lib/data/interview/load-interview";
import { StageProvider, useStage } from "./answer/stage-context";
import { AssignedLine } from "./assigned-line";
import { BenchPanel } from "./bench/bench-panel";
import { ClockBar } from "./clock/clock-bar";
import { TimeAnnouncer } from "./clock/time-announcer";
import type { InterviewActions } from "./interview-actions";
import { InterviewProvider, useInterview, useInterviewState } from "./interview-context";
import { type FocusTarget, focusTarget } from "./keys/focus-targets";
import { KeySheet } from "./keys/key-sheet";
import { COACH_KEY_LIST, KEY_LIST, useWorkspaceKeys } from "./keys/use-workspace-keys";
import { type PanelName, Panels } from "./panels/panels";
import { InvitePartner } from "./partner/invite-partner";
import { ReviewView } from "./review/review-view";
import { DownloadDraft } from "./status/download-draft";
import { Ending } from "./status/ending";
import { LiveRegion } from "./status/live-region";
import { BlockedNotice, SaveState } from "./status/save-state";
import { ThreadPanel } from "./thread/thread-panel";

const PANEL_OF: Record<FocusTarget, PanelName> = { composer: "thread", answer: "answer", bench: "bench" };

type TopBarProps = { isReview: boolean; invitesPartner: boolean; onReview: () => void };

function TopBar({ isReview, invitesPartner, onReview }: TopBarProps) {
  const { loaded } = useInterview();
  const isCoach = loaded.mode === "coach";
  return (
    <header className="grid gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-base font-semibold">{loaded.caseTitle}</h1>
        <Badge tone={isCoach ? "accent" : "neutral"}>{isCoach ? "Coach" : "Exam"}</Badge>
        <SaveState />
        <span className="ml-auto flex flex-wrap items-center gap-1">
          {loaded.offersSeat && <InvitePartner startsOpen={invitesPartner} />}
          <KeySheet keys={isCoach ? [...KEY_LIST, ...COACH_KEY_LIST] : KEY_LIST} />
          <DownloadDraft />
          {!isReview && (
            <Button size="small" variant="primary" onClick={onReview}>
              Review and submit
            </Button>
          )}
        </span>
      </div>
      <ClockBar />
      <AssignedLine />
    </header>
  );
}

function PausedNotice() {
  const isPaused = useInterviewState((state) => state.status === "paused");
  if (!isPaused) return null;
  return (
    <p className="border-b border-line bg-warn-soft px-4 py-2 text-sm text-warn">
      The clock is stopped and writing is off. “Go on” starts it again.
    </p>
  );
}

function WorkspacePage({ answer, invitesPartner }: Pick<WorkspaceProps, "answer" | "invitesPartner">) {
  const { loaded } = useInterview();
  const { enterBy } = useStage();
  const [isReview, setReview] = useState(false);
  const [shown, setShown] = useState<PanelName>("answer");
  const isCoach = loaded.mode === "coach";
  const goTo = useCallback((target: FocusTarget) => {
    setShown(PANEL_OF[target]);
    // The panel may only now come into view.
    requestAnimationFrame(() => focusTarget(target));
  }, []);
  const stepStage = useCallback((step: 1 | -1) => isCoach && enterBy(step), [isCoach, enterBy]);
  useWorkspaceKeys({ goTo, stepStage });
  return (
    <main
      id="main"
      tabIndex={-1}
      data-focus-mode
      className="flex h-[calc(100dvh-3.5rem)] min-h-120 flex-col outline-none"
    >
      <TopBar isReview={isReview} invitesPartner={invitesPartner} onReview={() => setReview(true)} />
      <BlockedNotice />
      <PausedNotice />
      <Ending />
      <TimeAnnouncer />
      {isReview ? (
        <ReviewView onBack={() => setReview(false)} />
      ) : (
        <Panels
          shown={shown}
          onShow={setShown}
          thread={<ThreadPanel />}
          answer={answer}
          bench={<BenchPanel />}
        />
      )}
    </main>
  );
}

type WorkspaceProps = {
  loaded: LoadedInterview;
  actions: InterviewActions;
  /** The page to write on: CoachAnswer or ExamAnswer, so that an exam is sent nothing of the other. */
  answer: ReactNode;
  /** Opens with the invitation of a partner, as the start page promised. */
  invitesPartner: boolean;
};

/** The interview itself: conversation, answer, bench, clock. */
export function Workspace({ loaded, actions, answer, invitesPartner }: WorkspaceProps) {
  return (
    <InterviewProvider loaded={loaded} actions={actions}>
      <LiveRegion>
        <StageProvider>
          <WorkspacePage answer={answer} invitesPartner={invitesPartner} />
        </StageProvider>
      </LiveRegion>
    </InterviewProvider>
  );
}
