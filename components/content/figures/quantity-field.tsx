"use client";

import { useId, useState } from "react";
import { parseQuantity } from "@/lib/framework/units";

type QuantityFieldProps = {
  label: string;
  /** Written behind the number and spoken with it. */
  unit?: string;
  value: number;
  min: number;
  max: number;
  /** Of the slider, on a linear scale. */
  step?: number;
  /** A log slider moves by ratios and needs min above 0. */
  scale?: "linear" | "log";
  /** Whole numbers only. */
  isInteger?: boolean;
  onChange: (value: number) => void;
  hint?: string;
};

const LOG_POSITIONS = 400;
const EXACT = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 });

/** A quantity: a native slider for the hand and an input for the exact number ("2.5M" is understood). */
export function QuantityField(props: QuantityFieldProps) {
  const { label, unit, value, min, max, step = 1, scale = "linear", isInteger, onChange, hint } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isLog = scale === "log";
  const ratio = Math.log(max / min);
  const spoken = `${EXACT.format(value)}${unit ? ` ${unit}` : ""}`;

  function accept(next: number) {
    onChange(Math.min(max, Math.max(min, isInteger ? Math.round(next) : next)));
  }
  function type(text: string) {
    setDraft(text);
    const typed = parseQuantity(text);
    if (typed !== null && typed >= min && typed <= max) accept(typed);
  }
  function finish() {
    const typed = draft === null ? null : parseQuantity(draft);
    if (typed !== null) accept(typed);
    setDraft(null);
  }

  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <div className="flex items-center justify-between gap-3 text-sm">
        <label htmlFor={id} className="leading-tight">
          {label}
        </label>
        <span className="flex shrink-0 items-baseline gap-1.5">
          <input
            type="text"
            inputMode="decimal"
            aria-label={`${label}, exact value${unit ? ` in ${unit}` : ""}`}
            value={draft ?? EXACT.format(value)}
            onChange={(event) => type(event.target.value)}
            onBlur={finish}
            onKeyDown={(event) => event.key === "Enter" && finish()}
            className="h-7 rounded border border-line-strong/60 bg-paper px-1.5 text-right text-ink tabular-nums"
            style={{ width: `${Math.max(6, Math.min(13, EXACT.format(max).length)) + 2.5}ch` }}
          />
          {unit && <span className="min-w-4 text-ink-2">{unit}</span>}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={isLog ? 0 : min}
        max={isLog ? LOG_POSITIONS : max}
        step={isLog ? 1 : step}
        value={isLog ? Math.round((Math.log(value / min) / ratio) * LOG_POSITIONS) : value}
        aria-valuetext={spoken}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const position = event.target.valueAsNumber;
          accept(
            isLog ? Number((min * Math.exp((position / LOG_POSITIONS) * ratio)).toPrecision(2)) : position,
          );
        }}
        className="h-6 w-full cursor-pointer accent-accent"
      />
      {hint && (
        <p id={`${id}-hint`} className="m-0 text-xs text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}
