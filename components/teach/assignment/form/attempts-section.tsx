import { RadioCards } from "@/components/ui/radio-cards";
import { FormSection } from "./form-section";
import { NumberField } from "./number-field";
import type { SectionProps } from "./section-props";

const KEPT_OPTIONS = [
  { value: "best", label: "The best", description: "By its points, lateness left aside." },
  { value: "last", label: "The last", description: "Whatever it earned." },
] as const;

/** How often, which counts, and what the grade is out of. */
export function AttemptsSection({ input, set, errorOf }: SectionProps) {
  return (
    <FormSection title="Attempts" lead="Each attempt is a whole interview with its own clock.">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <NumberField
          label="Attempts allowed"
          min={1}
          max={10}
          step={1}
          error={errorOf("attempts")}
          value={input.attempts}
          onChange={(attempts) => set("attempts", attempts)}
        />
        <NumberField
          label="Points possible"
          hint="What 100 % is worth in the gradebook."
          min={1}
          max={1_000}
          step="any"
          error={errorOf("pointsPossible")}
          value={input.pointsPossible}
          onChange={(points) => set("pointsPossible", points)}
        />
      </div>
      {input.attempts !== 1 && (
        <RadioCards
          legend="Which attempt makes the grade"
          columns={2}
          options={KEPT_OPTIONS}
          value={input.attemptKept as "best"}
          onChange={(rule) => set("attemptKept", rule)}
        />
      )}
    </FormSection>
  );
}
