type SeedFieldProps = { id: string; label: string; value: number; onChange: (seed: number) => void };

/** A whole number that chance starts from. */
export function SeedField({ id, label, value, onChange }: SeedFieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="number"
        min={0}
        max={999_999}
        step={1}
        required
        value={value}
        onChange={(event) =>
          Number.isInteger(event.target.valueAsNumber) &&
          event.target.valueAsNumber >= 0 &&
          onChange(event.target.valueAsNumber)
        }
        className="h-9.5 w-24 rounded-md border border-line-strong bg-raised px-2 text-sm tabular-nums"
      />
    </div>
  );
}
