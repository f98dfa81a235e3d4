import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

const control =
  "w-full rounded-md border border-line-strong bg-raised px-3 text-ink placeholder:text-ink-2 disabled:opacity-60 aria-invalid:border-bad";

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" {...rest} className={cx(control, "h-9.5 text-base sm:text-sm", className)} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={4}
      {...rest}
      className={cx(control, "py-2 text-base leading-relaxed sm:text-sm", className)}
    />
  );
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={cx(control, "h-9.5 pr-8 text-base sm:text-sm", className)} />;
}

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: React.ReactNode;
  hint?: React.ReactNode;
};

/** A native checkbox inside its label, so that the words can be pressed too. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cx(
        "flex min-h-6 cursor-pointer items-start gap-2.5 text-sm has-disabled:cursor-not-allowed has-disabled:opacity-60",
        className,
      )}
    >
      <input type="checkbox" {...rest} className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span>
        {label}
        {hint && <span className="block text-ink-2">{hint}</span>}
      </span>
    </label>
  );
}
