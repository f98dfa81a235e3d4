import { formatMoney } from "@/components/lab/ads/ads-format";
import type { AdKnobsProps } from "@/components/lab/ads/knobs/knobs-props";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatMany } from "@/components/lab/format";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";

/** What a place costs at least, how budgets last, how much is tried out, and how many places there are. */
export function AuctionKnobs({ knobs, onChange }: AdKnobsProps) {
  return (
    <KnobSection
      control="auction"
      title="Auction"
      question="What may win, and what does it pay?"
      summary={`${formatMany(knobs.slateSize, "place")}, reserve ${formatMoney(knobs.reserve)}`}
    >
      <Slider
        label="Places to fill"
        min={1}
        max={4}
        value={knobs.slateSize}
        format={(value) => formatMany(value, "place")}
        hint="Each pays by the bid of the one below"
        onChange={(slateSize) => onChange({ ...knobs, slateSize })}
      />
      <Slider
        label="Reserve"
        min={0}
        max={50}
        step={0.5}
        value={knobs.reserve}
        format={(value) => `${formatMoney(value)} per thousand`}
        hint="Below it nothing is shown"
        onChange={(reserve) => onChange({ ...knobs, reserve })}
      />
      <Checkbox
        label="Pacing"
        hint="Lowers the bids of campaigns whose budget would not last the day"
        checked={knobs.pacing && isOn(knobs, "pacing")}
        onChange={(event) => onChange({ ...withPart(knobs, "pacing", true), pacing: event.target.checked })}
      />
      <Checkbox
        label="Quality"
        hint="Multiplies a bid by how good the ad and its page are"
        checked={isOn(knobs, "quality")}
        onChange={(event) => onChange(withPart(knobs, "quality", event.target.checked))}
      />
      <Slider
        label="Exploration"
        min={0}
        max={2}
        step={0.1}
        value={knobs.exploration}
        format={(value) => (value === 0 ? "none" : `${value.toFixed(1)} × uncertainty`)}
        hint="Thompson sampling: ads with few impressions get a draw instead of the prediction"
        onChange={(exploration) => onChange({ ...knobs, exploration })}
      />
    </KnobSection>
  );
}
