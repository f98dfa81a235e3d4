import { isOn, type KnobsProps, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { SourceKnob } from "@/components/lab/core/knobs/source-knob";
import { formatMany } from "@/components/lab/format";
import { Checkbox } from "@/components/ui/inputs";
import { SOURCE_NAMES } from "@/lib/pipeline/video/names";
import type { SourceTrace } from "@/lib/pipeline/video/trace";

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
      title="Retrieve"
      question="Who brings candidates, and how many?"
      summary={`${formatMany(asked.length, "source")}, ${formatMany(total, "candidate")}`}
    >
      {SOURCE_NAMES.map((source) => (
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
        hint="Drops what was watched, is withheld, is blocked in the region, or is in another language"
        checked={isOn(knobs, "filter")}
        onChange={(event) => onChange(withPart(knobs, "filter", event.target.checked))}
      />
    </KnobSection>
  );
}
