import type { Tone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";

const fills: Record<Tone, string> = {
  neutral: "bg-line-strong",
  accent: "bg-accent",
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
};

type MeterProps = {
  /** Names the bar for screen readers. */
  label: string;
  value: number;
  max?: number;
  /** The value in words with its unit: "6 of 9 minutes". */
  valueText: string;
  tone?: Tone;
  className?: string;
};

function Bar({
  role,
  label,
  value,
  max = 1,
  valueText,
  tone = "accent",
  className,
}: MeterProps & { role: "meter" | "progressbar" }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const aria = {
    role,
    "aria-label": label,
    "aria-valuemin": 0,
    "aria-valuemax": max,
    "aria-valuenow": Math.min(max, Math.max(0, value)),
    "aria-valuetext": valueText,
  };
  return (
    <div
      {...aria}
      className={cx(
        "h-2 w-full overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset",
        className,
      )}
    >
      <div
        className={cx("h-full rounded-full transition-[width] duration-200", fills[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}

/** How much of something there is. Print the value beside it; the bar is never the only carrier. */
export function Meter(props: MeterProps) {
  return <Bar role="meter" {...props} />;
}

/** How far a running task is. */
export function ProgressBar(props: MeterProps) {
  return <Bar role="progressbar" {...props} />;
}
