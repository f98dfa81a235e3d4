import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { FormSection } from "./form-section";
import { LatePreview } from "./late-preview";
import { NumberField } from "./number-field";
import type { SectionProps } from "./section-props";

const UNIT_WORDS = { hour: "each hour", day: "each day" } as const;
const ROUNDING_WORDS = {
  up: "counts whole (as in Canvas)",
  down: "does not count yet",
  exact: "counts by the minute",
} as const;

/** What lateness costs, with examples as it is set. */
export function LatenessSection({ input, set, errorOf, timeZone }: SectionProps) {
  const { latePolicy: policy } = input;
  const change = (changes: Partial<typeof policy>) => set("latePolicy", { ...policy, ...changes });
  const field = (name: keyof typeof policy) => errorOf(`latePolicy.${name}`);
  if (input.lateDueAt === null)
    return (
      <FormSection title="Lateness" lead="Nothing is accepted after the due date, so lateness costs nothing.">
        <p className="text-sm text-ink-2">Accept late submissions above to set what they cost.</p>
      </FormSection>
    );
  return (
    <FormSection
      title="Lateness"
      lead="Taken off the percentage that the work earned. A student's extension moves the date that it counts from."
    >
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <NumberField
          label="Penalty"
          unit="percent points"
          min={0}
          max={100}
          step="any"
          error={field("percentPerUnit")}
          value={policy.percentPerUnit}
          onChange={(percentPerUnit) => change({ percentPerUnit })}
        />
        <Field label="For" error={field("unit")}>
          {(control) => (
            <Select
              {...control}
              value={policy.unit}
              onChange={({ target }) => change({ unit: target.value })}
            >
              {Object.entries(UNIT_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={`A begun ${policy.unit}`} error={field("rounding")}>
          {(control) => (
            <Select
              {...control}
              value={policy.rounding}
              onChange={({ target }) => change({ rounding: target.value })}
            >
              {Object.entries(ROUNDING_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <NumberField
          label="Floor"
          unit="%"
          hint="Lateness alone takes no grade below it."
          min={0}
          max={100}
          step="any"
          error={field("floorPercent")}
          value={policy.floorPercent}
          onChange={(floorPercent) => change({ floorPercent })}
        />
        <NumberField
          label="Grace"
          unit="min"
          hint="Within it nothing is late; after it all since the due date is."
          min={0}
          max={1_440}
          step={1}
          error={field("graceMinutes")}
          value={policy.graceMinutes}
          onChange={(graceMinutes) => change({ graceMinutes })}
        />
      </div>
      <LatePreview input={input} timeZone={timeZone} />
    </FormSection>
  );
}
