import { formatCount } from "@/components/lab/format";
import { SOURCE_LABELS } from "@/components/lab/funnel-stages";
import { isOn, type KnobsProps, withPart } from "@/components/lab/knobs/knob-change";
import { KnobSection } from "@/components/lab/knobs/knob-section";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import type { SourceTrace } from "@/lib/pipeline/trace";
import type { SourceName } from "@/lib/pipeline/types";

const SOURCES: readonly SourceName[] = ["two-tower", "item-to-item", "popularity", "fresh"];

/** How many candidates each source may bring; what it brought stands under it. */
export function RetrieveKnobs({
  knobs,
  onChange,
  sources,
}: KnobsProps & { sources: readonly SourceTrace[] }) {
  return (
    <KnobSection title="Retrieve" question="Who brings candidates, and how many?">
      {SOURCES.map((source) => {
        const trace = sources.find((one) => one.source === source);
        return (
          <div key={source} className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
            <label className="-m-1 grid size-6 cursor-pointer place-items-center">
              <input
                type="checkbox"
                aria-label={`Use the source ${SOURCE_LABELS[source]}`}
                checked={isOn(knobs, source)}
                onChange={(event) => onChange(withPart(knobs, source, event.target.checked))}
                className="size-4 accent-accent"
              />
            </label>
            <Slider
              label={SOURCE_LABELS[source]}
              min={0}
              max={500}
              step={10}
              value={knobs.candidates[source]}
              disabled={!isOn(knobs, source)}
              format={(value) => `${formatCount(value)} videos`}
              hint={
                trace && isOn(knobs, source)
                  ? `${formatCount(trace.onlyHere)} only from it, ${trace.inSlate} in the slate`
                  : "off"
              }
              onChange={(value) =>
                onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: value } })
              }
            />
          </div>
        );
      })}
      <Checkbox
        label="Filter"
        hint="Drops watched, withheld and foreign-language videos"
        checked={isOn(knobs, "filter")}
        onChange={(event) => onChange(withPart(knobs, "filter", event.target.checked))}
      />
    </KnobSection>
  );
}
