"use client";

import { useEffect, useRef } from "react";
import { remainingMs } from "@/lib/interview/clock";
import { useInterviewState } from "../interview-context";
import { useSay } from "../status/live-region";
import { useNow } from "./use-now";

const ANNOUNCED_MINUTES = [10, 5, 1] as const;

/** Says the time left at ten, five and one minute, and at no other moment. */
export function TimeAnnouncer() {
  const nowMs = useNow();
  const say = useSay();
  const left = useInterviewState((state) => (state.setup ? Math.ceil(remainingMs(state, nowMs) / 1000) : 0));
  const before = useRef(left);
  useEffect(() => {
    const passed = ANNOUNCED_MINUTES.find((minutes) => before.current > minutes * 60 && left <= minutes * 60);
    before.current = left;
    if (passed !== undefined && left > 0) say(`${passed} ${passed === 1 ? "minute" : "minutes"} left.`);
  }, [left, say]);
  return null;
}
