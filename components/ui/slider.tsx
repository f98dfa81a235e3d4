"use client";

import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

type SliderProps = {
  label: ReactNode;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
  /** The value with its unit; shown at the right and spoken. */
  format?: (value: number) => string;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
};

/** A knob: label left, value with its unit right, native range below (arrows, Home, End and Page keys work). */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  format = String,
  hint,
  disabled,
  className,
}: SliderProps) {
  const id = useId();
  return (
    <div className={cx("grid gap-0.5", className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} className="font-medium whitespace-nowrap tabular-nums">
          {format(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={format(value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-6 w-full cursor-pointer accent-accent disabled:cursor-not-allowed disabled:opacity-50"
      />
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}
