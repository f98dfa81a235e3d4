import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { SourceKnob } from "@/components/lab/core/knobs/source-knob";
import { formatMany } from "@/components/lab/format";
import type { KnobsProps } from "@/components/lab/video/knobs/knobs-props";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import { Checkbox } from "@/components/ui/inputs";
import { SOURCE_NAMES, type SourceName } from "@/lib/pipeline/video/names";
import type { SourceTrace } from "@/lib/pipeline/video/trace";

/** Where each source looks. */
const SOURCE_HINTS: Record<SourceName, string> = {
  "two-tower": "nearest vectors",
  "item-to-item": "co-watched",
  subscriptions: "followed",
  fresh: "newest",
  popularity: "most watched",
  exploration: "rarely shown",
};

/** How many candidates each source may bring; what it brought stands under it. */
export function RetrieveKnobs({
  knobs,
  onChange,
  sources,
}: KnobsProps & { sources: readonly SourceTrace[] }) {
  const asked = SOURCE_NAMES.filter((source) => isOn(knobs, source));
  const total = asked.reduce((sum, source) => sum + knobs.candidates[source], 0);
  return (
    <KnobSection
      control="retrieve"
      title="Retrieve"
      question="Who brings candidates, and how many?"
      summary={`${formatMany(asked.length, "source")}, ${formatMany(total, "candidate")}`}
    >
      {SOURCE_NAMES.map((source) => (
        <SourceKnob
          key={source}
          label={SOURCE_LABELS[source]}
          hint={SOURCE_HINTS[source]}
          items="videos"
          trace={sources.find((one) => one.source === source)}
          isAsked={isOn(knobs, source)}
          value={knobs.candidates[source]}
          onToggle={(isAsked) => onChange(withPart(knobs, source, isAsked))}
          onChange={(value) => onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: value } })}
        />
      ))}
      <Checkbox
        label="Filter"
        hint="Drops what was watched, is withheld, is blocked in the region, or is in another language"
        checked={isOn(knobs, "filter")}
        onChange={(event) => onChange(withPart(knobs, "filter", event.target.checked))}
      />
    </KnobSection>
  );
}
