import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type StatusLineProps = {
  /** Empty when there is nothing to say. Keep the component mounted: a region that appears with its text is not read. */
  children: ReactNode;
  tone?: "neutral" | "good" | "warn" | "bad";
  /** Announces without showing. */
  hidden?: boolean;
  className?: string;
};

const tones = { neutral: "text-ink-2", good: "text-good", warn: "text-warn", bad: "text-bad" } as const;

/** A polite live region: "saved 2 s ago", "training, step 120 of 400". Change it seldom; each change is spoken. */
export function StatusLine({ children, tone = "neutral", hidden, className }: StatusLineProps) {
  return (
    <p
      role="status"
      aria-live="polite"
      className={cx(hidden ? "sr-only" : "text-sm", tones[tone], className)}
    >
      {children}
    </p>
  );
}
