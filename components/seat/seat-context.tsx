"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { createServerClock } from "@/components/interview/store/server-clock";
import type { LoadedSeat } from "@/lib/data/seat/load-seat";
import type { InterviewState } from "@/lib/interview/state";
import type { SeatActions } from "./seat-actions";
import { type SeatSnapshot, SeatStore } from "./store/seat-store";
import { SheetStore } from "./store/sheet-store";

type SeatParts = { seat: LoadedSeat; store: SeatStore; sheet: SheetStore };
const SeatContext = createContext<SeatParts | null>(null);

const schedule = (run: () => void, delayMs: number) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

function createParts(seat: LoadedSeat, actions: SeatActions): SeatParts {
  const { seatId, events, isSitting, serverNowMs, marks } = seat;
  const clock = createServerClock(serverNowMs);
  return {
    seat,
    store: new SeatStore({ seatId, events, isSitting, clock, actions, schedule }),
    sheet: new SheetStore({ seatId, marks, save: actions.saveMark, schedule }),
  };
}

export function SeatProvider({
  seat,
  actions,
  children,
}: {
  seat: LoadedSeat;
  actions: SeatActions;
  children: ReactNode;
}) {
  const [parts] = useState(() => createParts(seat, actions));
  const { store } = parts;
  useEffect(() => {
    store.open();
    const onVisible = () => document.visibilityState === "visible" && store.hurry();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      store.close();
    };
  }, [store]);
  return <SeatContext value={parts}>{children}</SeatContext>;
}

export function useSeat(): SeatParts {
  const parts = useContext(SeatContext);
  if (!parts) throw new Error("useSeat is used outside SeatProvider");
  return parts;
}

/** A part of what is known of the seat; renders again only when that part is another object. */
export function useSeatSnapshot<T>(select: (snapshot: SeatSnapshot) => T): T {
  const { store } = useSeat();
  const get = () => select(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, get, get);
}

export function useSeatState<T>(select: (state: InterviewState) => T): T {
  return useSeatSnapshot((snapshot) => select(snapshot.state));
}

export function useSheet() {
  const { sheet } = useSeat();
  return useSyncExternalStore(sheet.subscribe, sheet.getSnapshot, sheet.getSnapshot);
}

/** The server's clock, read anew each second. */
export function useSeatNow(): number {
  const { store, seat } = useSeat();
  const [nowMs, setNowMs] = useState(seat.serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(store.nowMs()), 1_000);
    return () => clearInterval(timer);
  }, [store]);
  return nowMs;
}
