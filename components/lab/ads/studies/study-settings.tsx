import type { StudyPanelProps } from "@/components/lab/ads/ads-lab-types";
import { AD_MODEL_LABELS } from "@/components/lab/ads/ads-words";
import { formatCount } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { TRAINED_AD_MODEL_NAMES } from "@/lib/pipeline/ads/names";

const ROWS = [20_000, 50_000, 150_000, 400_000];

type StudySettingsProps = Pick<StudyPanelProps, "study" | "onStudy">;

/** Which model a study trains, and on how many rows: more rows say more and take longer. */
export function StudySettingsFields({ study, onStudy }: StudySettingsProps) {
  const sizes = ROWS.includes(study.rows) ? ROWS : [study.rows, ...ROWS].sort((a, b) => a - b);
  return (
    <>
      <Field label="Model to train" className="w-64 max-sm:w-full">
        {(control) => (
          <Select
            {...control}
            value={study.model}
            onChange={(event) => {
              const model = TRAINED_AD_MODEL_NAMES[event.target.selectedIndex];
              if (model) onStudy({ model });
            }}
          >
            {TRAINED_AD_MODEL_NAMES.map((name) => (
              <option key={name} value={name}>
                {AD_MODEL_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Impressions" className="w-36">
        {(control) => (
          <Select
            {...control}
            value={study.rows}
            onChange={(event) => onStudy({ rows: Number(event.target.value) })}
          >
            {sizes.map((rows) => (
              <option key={rows} value={rows}>
                {formatCount(rows)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
