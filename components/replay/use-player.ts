"use client";

import { useEffect, useState } from "react";

/** Seconds of the interview that pass in a second of playing. */
export const SPEEDS = [10, 30, 60, 180] as const;
export type Speed = (typeof SPEEDS)[number];
const TICK_MS = 100;

export type Player = {
  /** Working time of the interview, in milliseconds. */
  atMs: number;
  isPlaying: boolean;
  speed: Speed;
  seek(atMs: number): void;
  toggle(): void;
  setSpeed(speed: Speed): void;
};

/** Where a replay stands; `speed` seconds of interview pass in a second, and it stops at the end. */
export function usePlayer(lengthMs: number): Player {
  const [atMs, setAtMs] = useState(lengthMs);
  const [wantsToPlay, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const isPlaying = wantsToPlay && atMs < lengthMs;
  useEffect(() => {
    if (!isPlaying) return;
    const step = (TICK_MS / 1000) * speed * 1000;
    const timer = setInterval(() => setAtMs((now) => Math.min(lengthMs, now + step)), TICK_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, lengthMs]);
  return {
    atMs,
    isPlaying,
    speed,
    setSpeed,
    seek: (to) => setAtMs(Math.max(0, Math.min(lengthMs, to))),
    toggle: () => {
      if (!isPlaying && atMs >= lengthMs) setAtMs(0);
      setPlaying(!isPlaying);
    },
  };
}
