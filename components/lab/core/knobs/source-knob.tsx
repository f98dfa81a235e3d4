import type { SourceTrace } from "@/components/lab/core/traced";
import { formatCount } from "@/components/lab/format";
import { Slider } from "@/components/ui/slider";

type SourceKnobProps = {
  label: string;
  /** Where it looks, in a word or two. */
  hint: string;
  /** "videos". */
  items: string;
  /** What this request owes it. */
  trace: SourceTrace | undefined;
  isAsked: boolean;
  value: number;
  max?: number;
  step?: number;
  onToggle: (isAsked: boolean) => void;
  onChange: (value: number) => void;
};

/** One source: whether it is asked, for how many, and what this request owes it. */
export function SourceKnob(props: SourceKnobProps) {
  const { label, hint, items, trace, isAsked, value, max = 1000, step = 10, onToggle, onChange } = props;
  const brought =
    trace && isAsked ? `${formatCount(trace.onlyHere)} only from it, ${trace.inSlate} in the slate` : "off";
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-2.5">
      <label className="-m-1 grid size-6 cursor-pointer place-items-center">
        <input
          type="checkbox"
          aria-label={`Use the source ${label}`}
          checked={isAsked}
          onChange={(event) => onToggle(event.target.checked)}
          className="size-4 accent-accent"
        />
      </label>
      <Slider
        label={
          <>
            {label} <span className="text-xs text-ink-2">{hint}</span>
          </>
        }
        min={0}
        max={max}
        step={step}
        value={value}
        disabled={!isAsked}
        format={(count) => `${formatCount(count)} ${items}`}
        hint={brought}
        onChange={onChange}
      />
    </div>
  );
}
