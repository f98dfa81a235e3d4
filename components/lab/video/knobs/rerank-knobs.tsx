import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import type { KnobsProps } from "@/components/lab/video/knobs/knobs-props";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import type { Knobs } from "@/lib/pipeline/video/knobs";

const DIVERSIFIERS: ReadonlyArray<{ value: Knobs["diversifier"]; label: string }> = [
  { value: "mmr", label: "MMR" },
  { value: "dpp", label: "DPP" },
  { value: "none", label: "None" },
];

const DIVERSIFIER_HINTS: Record<Knobs["diversifier"], string> = {
  mmr: "One by one, the best that is unlike those above",
  dpp: "The set that is good and varied as a whole",
  none: "The best scores, alike or not",
};

/** Rules of the product, and how different the slate must be. */
export function RerankKnobs({ knobs, onChange }: KnobsProps) {
  const hasRules = isOn(knobs, "rules");
  const isDiversifying = isOn(knobs, "diversify") && knobs.diversifier === "mmr";
  return (
    <KnobSection
      control="rerank"
      title="Re-rank"
      question="What must the whole slate be like?"
      summary={`${hasRules ? `at most ${knobs.creatorCap} of one creator` : "no rules"}, diversity ${
        isOn(knobs, "diversify") ? knobs.diversifier.toUpperCase() : "off"
      }`}
    >
      <Checkbox
        label="Rules"
        hint="No copies, a cap for each creator, room for fresh videos"
        checked={hasRules}
        onChange={(event) => onChange(withPart(knobs, "rules", event.target.checked))}
      />
      <Slider
        label="Creator cap"
        min={1}
        max={10}
        value={knobs.creatorCap}
        disabled={!hasRules}
        format={(value) => `${value} of one creator`}
        onChange={(value) => onChange({ ...knobs, creatorCap: value })}
      />
      <Slider
        label="Fresh quota"
        min={0}
        max={10}
        value={knobs.freshQuota}
        disabled={!hasRules}
        format={(value) => `at least ${value}`}
        hint="As far as the candidates allow"
        onChange={(value) => onChange({ ...knobs, freshQuota: value })}
      />
      <Slider
        label="Fresh means"
        min={0.5}
        max={30}
        step={0.5}
        value={knobs.freshDays}
        disabled={!hasRules}
        format={(value) => `up to ${value} days old`}
        onChange={(value) => onChange({ ...knobs, freshDays: value })}
      />
      <Field
        label="Diversity"
        hint={DIVERSIFIER_HINTS[isOn(knobs, "diversify") ? knobs.diversifier : "none"]}
      >
        {(control) => (
          <Select
            {...control}
            value={isOn(knobs, "diversify") ? knobs.diversifier : "none"}
            onChange={(event) => {
              const chosen = DIVERSIFIERS[event.target.selectedIndex];
              if (chosen) onChange({ ...withPart(knobs, "diversify", true), diversifier: chosen.value });
            }}
          >
            {DIVERSIFIERS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Slider
        label="MMR lambda"
        min={0}
        max={1}
        step={0.05}
        value={knobs.mmrLambda}
        disabled={!isDiversifying}
        format={(value) => value.toFixed(2)}
        hint="1 is relevance only, 0 is difference only"
        onChange={(value) => onChange({ ...knobs, mmrLambda: value })}
      />
    </KnobSection>
  );
}
