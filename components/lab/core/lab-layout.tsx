import type { ReactNode, RefObject } from "react";

// From 1024 pixels on the knobs stand at the right, whatever is read beside them, and scroll on their own where the
// window is lower than they are: what a knob does to funnel, result and panel is seen while it moves.
const GRID =
  "grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_19.5rem] lg:grid-rows-[auto_auto_auto_auto_1fr] lg:gap-x-6 xl:grid-cols-[minmax(0,1fr)_23rem_19.5rem] xl:grid-rows-[auto_auto_1fr]";
const KNOBS =
  "min-w-0 gap-3 md:max-lg:columns-2 [&>fieldset]:mb-3 [&>fieldset]:break-inside-avoid lg:sticky lg:top-3 lg:col-start-2 lg:row-start-2 lg:row-end-6 lg:-mr-2 lg:max-h-[calc(100vh-1.5rem)] lg:self-start lg:overflow-y-auto lg:pr-2 xl:col-start-3 xl:row-end-4";
const PANELS = "mt-3 min-w-0 lg:col-start-1 xl:col-span-2 xl:row-start-3";

type LabLayoutProps = {
  status: ReactNode;
  /** Who or what the request is about. */
  audience: ReactNode;
  /** The picture, its steps and its table. */
  funnel: ReactNode;
  result: ReactNode;
  resultRef: RefObject<HTMLDivElement | null>;
  knobs: ReactNode;
  panels: ReactNode;
};

/** How a lab stands on the page, on a phone, a tablet and a wide screen. */
export function LabLayout(props: LabLayoutProps) {
  const { status, audience, funnel, result, resultRef, knobs, panels } = props;
  return (
    <div className={GRID}>
      <div className="lg:col-span-full">{status}</div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
        {audience}
        <section aria-label="The funnel of this request">{funnel}</section>
      </div>
      <div ref={resultRef} className="min-w-0 scroll-mt-3 lg:max-xl:col-start-1">
        {result}
      </div>
      <section aria-label="Knobs" className={KNOBS}>
        {knobs}
      </section>
      <section aria-label="What can be asked of this request" className={PANELS}>
        {panels}
      </section>
    </div>
  );
}
