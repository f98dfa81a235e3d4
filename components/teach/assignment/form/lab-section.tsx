import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { type EvidenceWorld, LAB_CONTROLS } from "@/lib/classroom/lab-controls";
import { CheckList } from "./check-list";
import { FormSection } from "./form-section";
import type { SectionProps } from "./section-props";

const WORLD_WORDS: Record<EvidenceWorld, string> = {
  video: "Video recommendation",
  ads: "Ad click prediction",
  search: "Product search",
};

/** Whether a lab run belongs to the work, and which of its knobs are shown. */
export function LabSection({ input, set, errorOf }: SectionProps) {
  const world = input.evidenceWorld as EvidenceWorld | null;
  const controls = world ? LAB_CONTROLS[world] : [];
  const hidden = input.hiddenLabControls;
  return (
    <FormSection
      title="Lab"
      lead="A run from the lab can be part of the work: students attach it, and you run it again from the same seed."
    >
      <Field label="Lab run to attach" error={errorOf("evidenceWorld")}>
        {(control) => (
          <Select
            {...control}
            className="max-w-72"
            value={world ?? ""}
            onChange={({ target }) => {
              set("evidenceWorld", target.value === "" ? null : target.value);
              set("hiddenLabControls", []);
            }}
          >
            <option value="">None</option>
            {Object.entries(WORLD_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {world && (
        <CheckList
          legend="Controls shown in the lab"
          hint="Hidden ones keep their starting values, so that all students vary the same thing."
          error={errorOf("hiddenLabControls")}
          options={controls.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={controls.map(({ id }) => id).filter((id) => !hidden.includes(id))}
          onChange={(shown) =>
            set(
              "hiddenLabControls",
              controls.map(({ id }) => id).filter((id) => !shown.includes(id)),
            )
          }
        />
      )}
    </FormSection>
  );
}
