import { AD_SOURCE_HINTS, AD_SOURCE_LABELS } from "@/components/lab/ads/ads-words";
import type { AdKnobsProps } from "@/components/lab/ads/knobs/knobs-props";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { SourceKnob } from "@/components/lab/core/knobs/source-knob";
import { formatCount, formatMany } from "@/components/lab/format";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { AD_SOURCE_NAMES, type AdSourceName } from "@/lib/pipeline/ads/names";
import type { AdSourceTrace } from "@/lib/pipeline/ads/trace";

const MOST: Record<AdSourceName, number> = { targeting: 2_000, "two-tower": 1_000 };

type RetrieveKnobsProps = AdKnobsProps & { sources: readonly AdSourceTrace[] };

/** Who brings ads, how many, what keeps them out, and how many the light ranker lets through. */
export function RetrieveKnobs({ knobs, onChange, sources }: RetrieveKnobsProps) {
  const asked = AD_SOURCE_NAMES.filter((source) => isOn(knobs, source));
  const hasLightRank = isOn(knobs, "light-rank");
  return (
    <KnobSection
      control="retrieve"
      title="Retrieve"
      question="Who brings ads, and how many are scored?"
      summary={`${formatMany(asked.length, "source")}, best ${formatCount(knobs.lightRankLimit)} ranked`}
    >
      {AD_SOURCE_NAMES.map((source) => (
        <SourceKnob
          key={source}
          label={AD_SOURCE_LABELS[source]}
          hint={AD_SOURCE_HINTS[source]}
          items="ads"
          trace={sources.find((one) => one.source === source)}
          isAsked={isOn(knobs, source)}
          value={knobs.candidates[source]}
          max={MOST[source]}
          onToggle={(isAsked) => onChange(withPart(knobs, source, isAsked))}
          onChange={(count) => onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: count } })}
        />
      ))}
      <Checkbox
        label="Filter"
        hint="Out of flight or budget, withheld by policy, shown too often"
        checked={isOn(knobs, "filter")}
        onChange={(event) => onChange(withPart(knobs, "filter", event.target.checked))}
      />
      <Slider
        label="Frequency cap"
        min={1}
        max={20}
        value={knobs.frequencyCap}
        disabled={!isOn(knobs, "filter")}
        format={(value) => `${value} a day`}
        hint="Impressions of one campaign to one person"
        onChange={(frequencyCap) => onChange({ ...knobs, frequencyCap })}
      />
      <Checkbox
        label="Light ranker"
        hint={hasLightRank ? "A cheap score before the good one" : "Off: every ad is scored by the ranker"}
        checked={hasLightRank}
        onChange={(event) => onChange(withPart(knobs, "light-rank", event.target.checked))}
      />
      <Slider
        label="Light ranker’s limit"
        min={10}
        max={1_000}
        step={10}
        value={knobs.lightRankLimit}
        disabled={!hasLightRank}
        format={(value) => `best ${formatCount(value)} go on`}
        onChange={(lightRankLimit) => onChange({ ...knobs, lightRankLimit })}
      />
    </KnobSection>
  );
}
