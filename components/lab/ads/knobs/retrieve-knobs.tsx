import { AD_SOURCE_HINTS, AD_SOURCE_LABELS } from "@/components/lab/ads/ads-words";
import { type AdKnobsProps, isOn, withPart } from "@/components/lab/ads/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
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
      title="Retrieve"
      question="Who brings ads, and how many are scored?"
      summary={`${formatMany(asked.length, "source")}, best ${formatCount(knobs.lightRankLimit)} ranked`}
    >
      {AD_SOURCE_NAMES.map((source) => (
        <SourceKnob
          key={source}
          source={source}
          trace={sources.find((one) => one.source === source)}
          knobs={knobs}
          onChange={onChange}
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

type SourceKnobProps = AdKnobsProps & { source: AdSourceName; trace: AdSourceTrace | undefined };

function SourceKnob({ source, trace, knobs, onChange }: SourceKnobProps) {
  const isAsked = isOn(knobs, source);
  const brought =
    trace && isAsked
      ? `${formatCount(trace.returned)} brought, ${formatCount(trace.onlyHere)} by it alone`
      : "off";
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <label className="-m-1 grid size-6 cursor-pointer place-items-center">
        <input
          type="checkbox"
          aria-label={`Use the source ${AD_SOURCE_LABELS[source]}`}
          checked={isAsked}
          onChange={(event) => onChange(withPart(knobs, source, event.target.checked))}
          className="size-4 accent-accent"
        />
      </label>
      <Slider
        label={
          <>
            {AD_SOURCE_LABELS[source]} <span className="text-xs text-ink-2">{AD_SOURCE_HINTS[source]}</span>
          </>
        }
        min={0}
        max={MOST[source]}
        step={10}
        value={knobs.candidates[source]}
        disabled={!isAsked}
        format={(value) => `${formatCount(value)} ads`}
        hint={brought}
        onChange={(value) => onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: value } })}
      />
    </div>
  );
}
