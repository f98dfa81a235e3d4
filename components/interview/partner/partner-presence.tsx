"use client";

import { UserRound, UserRoundX } from "lucide-react";
import { useEffect, useRef } from "react";
import { SEAT_WORDS } from "@/lib/interview/seat/words";
import { useSnapshot } from "../interview-context";
import { useSay } from "../status/live-region";

/** Whether a partner is there, always in words above the conversation; a change is announced. Nothing without a seat. */
export function PartnerPresence() {
  const seat = useSnapshot((snapshot) => snapshot.seat);
  const say = useSay();
  const before = useRef(seat);
  useEffect(() => {
    if (before.current === seat) return;
    before.current = seat;
    say(seat ? SEAT_WORDS[seat] : "The partner's seat is closed.");
  }, [seat, say]);
  if (!seat) return null;
  const Icon = seat === "here" ? UserRound : UserRoundX;
  return (
    <p
      data-seat={seat}
      className={`flex items-center gap-2 border-b border-line px-3 py-2 text-sm ${seat === "here" ? "text-good" : "text-ink-2"}`}
    >
      <Icon size={15} aria-hidden className="shrink-0" />
      {SEAT_WORDS[seat]}
    </p>
  );
}
