import {
  AD_MODEL_HINTS,
  AD_MODEL_LABELS,
  CALIBRATION_HINTS,
  CALIBRATION_LABELS,
  CALIBRATION_WORDS,
} from "@/components/lab/ads/ads-words";
import type { AdKnobsProps } from "@/components/lab/ads/knobs/knobs-props";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatShare } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { AD_MODEL_NAMES, type AdModelName, CALIBRATION_NAMES } from "@/lib/pipeline/ads/names";

type RankKnobsProps = AdKnobsProps & {
  /** Models that are there: those shipped, or those trained here. */
  models: readonly AdModelName[];
  /** Share of negatives that the present models were trained on. */
  negativeRate: number;
};

/** Which model predicts, and what makes a probability of its prediction. */
export function RankKnobs({ knobs, onChange, models, negativeRate }: RankKnobsProps) {
  const isCalibrating = isOn(knobs, "calibrate");
  const calibration = isCalibrating ? knobs.calibration : "none";
  const offered = AD_MODEL_NAMES.filter((name) => models.includes(name) || name === knobs.ranker);
  return (
    <KnobSection
      control="rank"
      title="Predict"
      question="Who predicts the click, and is the prediction a probability?"
      summary={`${AD_MODEL_LABELS[knobs.ranker]}, ${CALIBRATION_WORDS[calibration]}`}
    >
      <Field label="Model" hint={`${AD_MODEL_HINTS[knobs.ranker]}.`}>
        {(control) => (
          <Select
            {...control}
            value={knobs.ranker}
            onChange={(event) => {
              const ranker = offered[event.target.selectedIndex];
              if (ranker) onChange({ ...knobs, ranker });
            }}
          >
            {offered.map((name) => (
              <option key={name} value={name}>
                {AD_MODEL_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label="Undo down-sampling"
        hint={`The models saw ${formatShare(negativeRate)} of the impressions without a click: as they are, their predictions are far too high`}
        checked={knobs.negativeCorrection}
        onChange={(event) => onChange({ ...knobs, negativeCorrection: event.target.checked })}
      />
      <Field label="Calibration" hint={`${CALIBRATION_HINTS[calibration]}.`}>
        {(control) => (
          <Select
            {...control}
            value={calibration}
            onChange={(event) => {
              const chosen = CALIBRATION_NAMES[event.target.selectedIndex];
              if (chosen) onChange({ ...withPart(knobs, "calibrate", true), calibration: chosen });
            }}
          >
            {CALIBRATION_NAMES.map((name) => (
              <option key={name} value={name}>
                {CALIBRATION_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </KnobSection>
  );
}
