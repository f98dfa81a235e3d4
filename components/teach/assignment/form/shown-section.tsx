import { Checkbox } from "@/components/ui/inputs";
import { RadioCards } from "@/components/ui/radio-cards";
import { FormSection } from "./form-section";
import type { SectionProps } from "./section-props";

const REPORT_OPTIONS = [
  {
    value: "with-grades",
    label: "With the grades",
    description: "Students see the machine's report when you release the grades.",
  },
  {
    value: "at-once",
    label: "At once",
    description: "Each sees their report after submitting. It names points, so later attempts know them.",
  },
] as const;

/** What students see of the machine's report, and what graders see of students. */
export function ShownSection({ input, set, errorOf }: SectionProps) {
  const error = errorOf("isAnonymous");
  return (
    <FormSection title="What is shown" lead="Grades are shown to all at once, when you release them.">
      <RadioCards
        legend="The machine's report"
        columns={2}
        options={REPORT_OPTIONS}
        value={input.reportShown as "at-once"}
        onChange={(rule) => set("reportShown", rule)}
      />
      <div className="grid gap-1.5">
        <Checkbox
          label="Grade without names"
          hint="Graders see a number in place of each student until the grades are released."
          checked={input.isAnonymous}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => set("isAnonymous", target.checked)}
        />
        <div aria-live="polite" className="empty:hidden">
          {error && <p className="text-sm text-bad">{error}</p>}
        </div>
      </div>
    </FormSection>
  );
}
