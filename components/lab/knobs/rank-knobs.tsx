import { formatCount } from "@/components/lab/format";
import { isOn, type KnobsProps, withPart } from "@/components/lab/knobs/knob-change";
import { KnobSection } from "@/components/lab/knobs/knob-section";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import type { HeadName } from "@/lib/pipeline/types";

export const HEAD_LABELS: Record<HeadName, string> = {
  click: "Click",
  watch: "Watched share",
  like: "Like",
  hide: "Hide",
};
const HEADS: readonly HeadName[] = ["click", "watch", "like", "hide"];

/** What a predicted click, watch, like and hide are worth. */
export function RankKnobs({ knobs, onChange }: KnobsProps) {
  const isRanking = isOn(knobs, "ranker");
  return (
    <KnobSection title="Rank" question="What is each predicted action worth?">
      <Checkbox
        label="Ranker"
        hint={isRanking ? "Scores every candidate" : "Off: candidates stay in the order of their sources"}
        checked={isRanking}
        onChange={(event) => onChange(withPart(knobs, "ranker", event.target.checked))}
      />
      {HEADS.map((head) => (
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
