import { SOURCE_LABELS } from "@/components/lab/core/funnel/funnel-stages";
import { isOn, type KnobsProps, withPart } from "@/components/lab/core/knobs/knob-change";
import { formatCount } from "@/components/lab/format";
import { Slider } from "@/components/ui/slider";
import type { SourceName } from "@/lib/pipeline/video/names";
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

type SourceKnobProps = KnobsProps & { source: SourceName; trace: SourceTrace | undefined };

/** One source: whether it is asked, for how many, and what this request owes it. */
export function SourceKnob({ source, trace, knobs, onChange }: SourceKnobProps) {
  const isAsked = isOn(knobs, source);
  const brought =
    trace && isAsked ? `${formatCount(trace.onlyHere)} only from it, ${trace.inSlate} in the slate` : "off";
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <label className="-m-1 grid size-6 cursor-pointer place-items-center">
        <input
          type="checkbox"
          aria-label={`Use the source ${SOURCE_LABELS[source]}`}
          checked={isAsked}
          onChange={(event) => onChange(withPart(knobs, source, event.target.checked))}
          className="size-4 accent-accent"
        />
      </label>
      <Slider
        label={
          <>
            {SOURCE_LABELS[source]} <span className="text-xs text-ink-2">{SOURCE_HINTS[source]}</span>
          </>
        }
        min={0}
        max={1000}
        step={10}
        value={knobs.candidates[source]}
        disabled={!isAsked}
        format={(value) => `${formatCount(value)} videos`}
        hint={brought}
        onChange={(value) => onChange({ ...knobs, candidates: { ...knobs.candidates, [source]: value } })}
      />
    </div>
  );
}
