import { Checkbox } from "@/components/ui/inputs";
import { DateField } from "./date-field";
import { FormSection } from "./form-section";
import type { SectionProps } from "./section-props";

/** Release, due and the end, as the class's wall shows them. */
export function WhenSection({ input, set, errorOf, timeZone }: SectionProps) {
  const { lateDueAt } = input;
  return (
    <FormSection
      title="When"
      lead={`Dates are meant in ${timeZone}, the zone of the class. 23:59 stays 23:59 when clocks change.`}
    >
      <DateField
        label="Release"
        hint="Before it, the assignment does not exist for students, even when it is published."
        error={errorOf("releaseAt")}
        timeZone={timeZone}
        value={input.releaseAt}
        onChange={(date) => set("releaseAt", date)}
      />
      <DateField
        label="Due"
        error={errorOf("dueAt")}
        timeZone={timeZone}
        value={input.dueAt}
        onChange={(date) => set("dueAt", date)}
      />
      <Checkbox
        label="Accept late submissions"
        hint="Without it nothing is accepted after the due date."
        checked={lateDueAt !== null}
        onChange={({ target }) => set("lateDueAt", target.checked ? input.dueAt : null)}
      />
      {lateDueAt && (
        <DateField
          label="Late until"
          hint="After it nothing is accepted any more."
          error={errorOf("lateDueAt")}
          timeZone={timeZone}
          value={lateDueAt}
          onChange={(date) => set("lateDueAt", date)}
        />
      )}
    </FormSection>
  );
}
