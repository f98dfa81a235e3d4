"use client";

import { useEffect, useState } from "react";
import { useInterview } from "../interview-context";

/** The server's clock, read anew each second. Never counted: a hidden tab is right again with its next look. */
export function useNow(): number {
  const { store, loaded } = useInterview();
  const [nowMs, setNowMs] = useState(loaded.serverNowMs);
  useEffect(() => {
    const look = () => setNowMs(store.nowMs());
    look();
    const timer = setInterval(look, 1_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [store]);
  return nowMs;
}
