"use client";

import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

export type RadioCardOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
};

type RadioCardsProps<Value extends string> = {
  legend: ReactNode;
  name?: string;
  options: ReadonlyArray<RadioCardOption<Value>>;
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  /** Columns from the `sm` breakpoint on. */
  columns?: 1 | 2 | 3 | 4;
  hideLegend?: boolean;
};

const columnClass = {
  1: "sm:grid-cols-1",
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-3",
  4: "sm:grid-cols-4",
} as const;

/** One choice of a few, each explained on its card. Native radios: arrow keys, forms and readers work as ever. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { legend, options, value, defaultValue, onChange, columns = 3, hideLegend } = props;
  const fallbackName = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? "sr-only" : "mb-2 text-sm font-medium"}>{legend}</legend>
      <div className={cx("grid gap-2", columnClass[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "flex cursor-pointer items-start gap-2.5 rounded-lg border border-line-strong/60 bg-raised p-3 text-sm",
              "hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              "has-disabled:cursor-not-allowed has-disabled:opacity-60",
            )}
          >
            <input
              type="radio"
              name={props.name ?? fallbackName}
              value={option.value}
              disabled={option.disabled}
              {...(value !== undefined
                ? { checked: value === option.value }
                : { defaultChecked: defaultValue === option.value })}
              onChange={() => onChange?.(option.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              {option.description && <span className="mt-0.5 block text-ink-2">{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
