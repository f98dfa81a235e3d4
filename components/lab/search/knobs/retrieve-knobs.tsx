import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { SourceKnob } from "@/components/lab/core/knobs/source-knob";
import { formatMany } from "@/components/lab/format";
import type { KnobsProps } from "@/components/lab/search/knobs/knobs-props";
import { SOURCE_LABELS } from "@/components/lab/search/search-words";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { SEARCH_SOURCES, type SearchSource } from "@/lib/pipeline/product-search/names";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

const SOURCE_HINTS: Record<SearchSource, string> = {
  bm25: "words in common",
  "two-tower": "nearest vectors",
};

type RetrieveKnobsProps = KnobsProps & Pick<SearchTrace, "sources">;

/** How many candidates each source may bring, and how the two lists become one. */
export function RetrieveKnobs({ knobs, onChange, sources }: RetrieveKnobsProps) {
  const asked = SEARCH_SOURCES.filter((source) => isOn(knobs, source));
  const total = asked.reduce((sum, source) => sum + knobs.candidates[source], 0);
  const isFused = asked.length > 1;
  return (
    <KnobSection
      control="retrieve"
      title="Retrieve and fuse"
      question="Who brings candidates, how many, and whose rank counts for more?"
      summary={`${formatMany(asked.length, "source")}, ${formatMany(total, "candidate")}`}
    >
      {SEARCH_SOURCES.map((source) => (
        <SourceKnob
          key={source}
          label={SOURCE_LABELS[source]}
          hint={SOURCE_HINTS[source]}
          items="products"
          trace={sources.find((one) => one.source === source)}
          isAsked={isOn(knobs, source)}
          value={knobs.candidates[source]}
          onToggle={(isAsked) => onChange(withPart(knobs, source, isAsked))}
          onChange={(value) => onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: value } })}
        />
      ))}
      <Slider
        label="Fusion constant"
        min={1}
        max={200}
        value={knobs.fusionConstant}
        disabled={!isFused}
        hint="A list gives 1 / (constant + rank): the smaller, the more its first places count"
        onChange={(fusionConstant) => onChange({ ...knobs, fusionConstant })}
      />
      {SEARCH_SOURCES.map((source) => (
        <Slider
          key={source}
          label={`Weight of ${SOURCE_LABELS[source]}`}
          min={0}
          max={5}
          step={0.1}
          value={knobs.fusionWeights[source]}
          disabled={!isFused}
          format={(value) => `× ${value.toFixed(1)}`}
          onChange={(value) =>
            onChange({ ...knobs, fusionWeights: { ...knobs.fusionWeights, [source]: value } })
          }
        />
      ))}
      <Checkbox
        label="Filter"
        hint="Drops what is sold out, and titles stuffed with words"
        checked={isOn(knobs, "filter")}
        onChange={(event) => onChange(withPart(knobs, "filter", event.target.checked))}
      />
    </KnobSection>
  );
}
