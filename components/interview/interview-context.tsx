"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { LoadedInterview } from "@/lib/data/interview/load-interview";
import type { InterviewState } from "@/lib/interview/state";
import type { InterviewActions } from "./interview-actions";
import { memoryDraftStorage, openDraftStorage } from "./store/draft-storage";
import { InterviewStore, type Snapshot } from "./store/interview-store";
import { claimOrigin, leaveOrigins } from "./store/origin";
import { createServerClock } from "./store/server-clock";
import { joinTabs } from "./store/tabs";

type Interview = { store: InterviewStore; actions: InterviewActions; loaded: LoadedInterview };
const InterviewContext = createContext<Interview | null>(null);

function createStore(loaded: LoadedInterview, actions: InterviewActions): InterviewStore {
  const { id: interviewId, viewerId, events, serverNowMs, seat } = loaded;
  return new InterviewStore({
    interviewId,
    viewerId,
    events,
    seat,
    clock: createServerClock(serverNowMs),
    storage: typeof indexedDB === "undefined" ? memoryDraftStorage() : openDraftStorage(),
    transport: actions.save,
    claim: (origins) => claimOrigin(interviewId, origins),
    leave: (origins) => leaveOrigins(interviewId, origins),
    joinTabs: (hear) => joinTabs(interviewId, viewerId, hear),
    outside: {
      isOutdated: unstable_isUnrecognizedActionError,
      isHidden: () => document.visibilityState === "hidden",
      isOffline: () => !navigator.onLine,
      schedule: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
  });
}

/** Opens the interview in this tab, and asks the server again whenever the tab or the connection comes back. */
export function InterviewProvider({
  loaded,
  actions,
  children,
}: {
  loaded: LoadedInterview;
  actions: InterviewActions;
  children: ReactNode;
}) {
  const [interview] = useState(() => ({ store: createStore(loaded, actions), actions, loaded }));
  const { store } = interview;
  useEffect(() => {
    store.open();
    const hurry = () => store.hurry();
    const onVisible = () => document.visibilityState === "visible" && store.hurry();
    window.addEventListener("online", hurry);
    window.addEventListener("focus", hurry);
    document.addEventListener("visibilitychange", onVisible);
    const clockCheck = setInterval(() => store.checkClock(), 5_000);
    return () => {
      clearInterval(clockCheck);
      window.removeEventListener("online", hurry);
      window.removeEventListener("focus", hurry);
      document.removeEventListener("visibilitychange", onVisible);
      store.close();
    };
  }, [store]);
  return <InterviewContext value={interview}>{children}</InterviewContext>;
}

export function useInterview(): Interview {
  const interview = useContext(InterviewContext);
  if (!interview) throw new Error("useInterview is used outside InterviewProvider");
  return interview;
}

/** A part of the snapshot; renders again only when that part is another object. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  const { store } = useInterview();
  const get = () => select(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, get, get);
}

/** A part of the interview's state. `select` must give the same object for the same state. */
export function useInterviewState<T>(select: (state: InterviewState) => T): T {
  return useSnapshot((snapshot) => select(snapshot.state));
}

/** False while drafts are read, while paused and after the end: nothing can be written then. */
export function useCanWrite(): boolean {
  return useSnapshot(({ ready, isOver, state }) => ready && !isOver && state.status === "running");
}
