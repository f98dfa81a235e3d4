import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatCount } from "@/components/lab/format";
import type { KnobsProps } from "@/components/lab/video/knobs/knobs-props";
import { RANKER_HINTS, RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { HEAD_NAMES, type HeadName, RANKER_NAMES } from "@/lib/pipeline/video/names";

export const HEAD_LABELS: Record<HeadName, string> = {
  click: "Click",
  watch: "Watched share",
  like: "Like",
  hide: "Hide",
};

/** Which model predicts, and what a predicted click, watch, like and hide are worth. */
export function RankKnobs({ knobs, onChange, isOwn }: KnobsProps & { isOwn: boolean }) {
  const isRanking = isOn(knobs, "ranker");
  return (
    <KnobSection
      control="rank"
      title="Rank"
      question="Who predicts, and what is each predicted action worth?"
      summary={isRanking ? RANKER_LABELS[knobs.ranker] : "ranker off"}
    >
      <Checkbox
        label="Ranker"
        hint={isRanking ? "Scores every candidate" : "Off: candidates stay in the order of their sources"}
        checked={isRanking}
        onChange={(event) => onChange(withPart(knobs, "ranker", event.target.checked))}
      />
      <Field
        label="Model"
        hint={`${RANKER_HINTS[knobs.ranker]}.${isOwn ? " Another one is trained when it is chosen." : ""}`}
      >
        {(control) => (
          <Select
            {...control}
            value={knobs.ranker}
            disabled={!isRanking}
            onChange={(event) => {
              const ranker = RANKER_NAMES[event.target.selectedIndex];
              if (ranker) onChange({ ...knobs, ranker });
            }}
          >
            {RANKER_NAMES.map((name) => (
              <option key={name} value={name}>
                {RANKER_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {HEAD_NAMES.map((head) => (
        <Slider
          key={head}
          label={
            head === "hide"
              ? "Weight of a hide (counts against)"
              : `Weight of ${HEAD_LABELS[head].toLowerCase()}`
          }
          min={0}
          max={head === "hide" ? 10 : 3}
          step={0.1}
          value={knobs.headWeights[head]}
          disabled={!isRanking}
          format={(value) => value.toFixed(1)}
          onChange={(value) => onChange({ ...knobs, headWeights: { ...knobs.headWeights, [head]: value } })}
        />
      ))}
      <Slider
        label="Rank limit"
        min={10}
        max={500}
        step={10}
        value={knobs.rankLimit}
        format={(value) => `best ${formatCount(value)} go on`}
        onChange={(value) => onChange({ ...knobs, rankLimit: value })}
      />
    </KnobSection>
  );
}
