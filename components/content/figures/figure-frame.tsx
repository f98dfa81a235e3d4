import { RotateCcw } from "lucide-react";
import { type ReactNode, useId } from "react";
import { LiveSummary } from "@/components/content/figures/live-summary";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";

type FigureFrameProps = {
  title: string;
  caption?: string | undefined;
  /** What the picture says at the present inputs, in one or two sentences. */
  summary?: string;
  /** Sliders and choices. */
  controls?: ReactNode;
  /** The formulas with their numbers put in. */
  formula?: ReactNode;
  /** The same numbers as a table. */
  table?: ReactNode;
  onReset?: () => void;
  isChanged?: boolean;
  children: ReactNode;
};

/** The frame of every figure of the texts: title, picture, controls, formula, numbers, caption, in this order. */
export function FigureFrame(props: FigureFrameProps) {
  const { title, caption, summary, controls, formula, table, onReset, isChanged, children } = props;
  const id = useId();
  return (
    <figure aria-labelledby={`${id}-title`} className="not-prose my-8 font-sans">
      <div className="grid gap-5 rounded-lg border border-line bg-raised p-4 sm:p-6">
        <div className="grid gap-2">
          <div className="flex min-h-8 items-start justify-between gap-4">
            <p id={`${id}-title`} className="m-0 pt-1 font-semibold leading-snug text-ink">
              {title}
            </p>
            {onReset && (
              // Stays focusable when there is nothing to reset, so that pressing it does not lose the keyboard's place.
              <button
                type="button"
                onClick={onReset}
                aria-disabled={!isChanged}
                aria-label={`Reset: ${title}`}
                className={cx(
                  buttonClass({ variant: "quiet", size: "small" }),
                  "-mr-2 shrink-0 print:hidden",
                )}
              >
                <RotateCcw size={14} aria-hidden className="shrink-0" />
                Reset
              </button>
            )}
          </div>
          {summary && <LiveSummary text={summary} />}
        </div>
        {children}
        {controls && (
          <div className="grid gap-x-8 gap-y-4 border-t border-line pt-4 sm:grid-cols-2 print:hidden">
            {controls}
          </div>
        )}
        {formula}
        {table}
      </div>
      {caption && <figcaption className="mt-2.5 text-sm leading-snug text-ink-2">{caption}</figcaption>}
    </figure>
  );
}
