import { formatCount } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";

const COUNTS = [60, 150, 300, 600];

/** How many held-out queries judge: more say more, and take longer. */
export function QueryCountField({ value, onChange }: { value: number; onChange: (queries: number) => void }) {
  const counts = COUNTS.includes(value) ? COUNTS : [value, ...COUNTS].sort((a, b) => a - b);
  return (
    <Field label="Held-out queries" className="w-36">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {counts.map((count) => (
            <option key={count} value={count}>
              {formatCount(count)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
