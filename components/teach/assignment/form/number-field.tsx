import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

type NumberFieldProps = {
  label: string;
  /** Follows the number: "%", "min". */
  unit?: string;
  hint?: string;
  error: string | undefined;
  min: number;
  max: number;
  step?: number | "any";
  disabled?: boolean;
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A number that may be missing while it is typed. What is allowed is said by the server, beside the field. */
export function NumberField({ label, unit, hint, error, value, onChange, ...bounds }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...control}
            {...bounds}
            type="number"
            inputMode="decimal"
            className="max-w-28 tabular-nums"
            value={value ?? ""}
            onChange={({ target }) =>
              onChange(Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber)
            }
          />
          {unit && <span className="text-sm text-ink-2">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
