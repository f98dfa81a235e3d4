import { useId } from "react";
import { Checkbox } from "@/components/ui/inputs";

type CheckListProps = {
  legend: string;
  hint?: string;
  error: string | undefined;
  options: readonly { value: string; label: string; hint?: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  disabled?: boolean;
};

/** Some of a few. */
export function CheckList({ legend, hint, error, options, chosen, onChange, disabled }: CheckListProps) {
  const id = useId();
  const toggle = (value: string, isOn: boolean) =>
    onChange(options.map((option) => option.value).filter((v) => (v === value ? isOn : chosen.includes(v))));
  return (
    <fieldset className="grid gap-1.5" disabled={disabled} aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint && <p className="-mt-1.5 mb-1 text-sm text-ink-2">{hint}</p>}
      <div className="grid gap-1.5 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={chosen.includes(option.value)}
            aria-invalid={error ? true : undefined}
            onChange={({ target }) => toggle(option.value, target.checked)}
          />
        ))}
      </div>
      <div aria-live="polite" className="empty:hidden">
        {error && (
          <p id={id} className="text-sm text-bad">
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
