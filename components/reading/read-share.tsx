"use client";

import { percent } from "@/components/reading/continue-reading";
import { useReading } from "@/components/reading/use-reading";

/** Beside a text in a list: how much of it this person has read. Nothing for one not begun. */
export function ReadShare({ path }: { path: string }) {
  const known = useReading().reading.progress.find((one) => one.path === path);
  if (!known) return null;
  return (
    <span className="text-sm font-medium text-accent tabular-nums">
      {known.isFinished ? "Read." : `${percent(known.share)} read.`}
    </span>
  );
}
