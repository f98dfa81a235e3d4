import { bandOpacity } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTall } from "@/components/lab/core/funnel/funnel-tall";
import { StageTabs, type StageTabsProps } from "@/components/lab/core/funnel/stage-tabs";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { cx } from "@/components/ui/cx";
import { type FunnelStage, layoutFunnel } from "@/lib/charts/funnel-layout";

const WIDTH = 1000;
const HEIGHT = 100;
/** More stages than these need smaller words. */
const MOST_WIDE = 6;
const percent = (x: number) => `${(x / WIDTH) * 100}%`;

type FunnelPictureProps = {
  stages: readonly FunnelStage[];
  /** "videos". */
  items: string;
  /** Makes the stages the tabs of a panel below. */
  tabs?: StageTabsProps;
  /** Fix it, and two funnels can be compared. */
  fullHeightCount: number;
  /** Shape in pixels; the labels come on top. */
  tall?: boolean;
};

/**
 * Items narrow from the catalogue to the slate; the strip below shows where the time went. The drawing is hidden from
 * readers, who get the table; its stages are not when they are tabs.
 */
export function FunnelPicture({ stages, items, fullHeightCount, tall, tabs }: FunnelPictureProps) {
  const layout = layoutFunnel(stages, { width: WIDTH, height: HEIGHT, fullHeightCount, minimumHeight: 3 });
  return (
    <div aria-hidden={tabs ? undefined : true}>
      <FunnelTall stages={stages} items={items} fullHeightCount={fullHeightCount} {...(tabs && { tabs })} />
      <div className="@container hidden sm:block">
        <div aria-hidden className="relative h-6 text-xs font-medium @lg:text-sm tabular-nums">
          {layout.boundaries.map((boundary, index) => (
            <span
              key={boundary.x}
              className="absolute whitespace-nowrap"
              style={{ left: percent(boundary.x), transform: boundaryShift(index, layout.boundaries.length) }}
            >
              {boundary.count !== layout.boundaries[index - 1]?.count && formatCount(boundary.count)}
            </span>
          ))}
        </div>
        <svg
          aria-hidden
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className={`block w-full ${tall ? "h-44" : "h-32"}`}
        >
          <title>Funnel</title>
          {layout.bands.map((band, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the mouse; the tab below is the control.
            <path
              key={band.id}
              d={band.path}
              fillOpacity={bandOpacity(index, layout.bands.length)}
              onClick={tabs && (() => tabs.onOpen(band.id))}
              className={cx("fill-accent", tabs && "cursor-pointer")}
            />
          ))}
          {layout.boundaries.map((boundary) => (
            <line
              key={boundary.x}
              x1={boundary.x}
              x2={boundary.x}
              y1={0}
              y2={boundary.top}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {tabs ? (
          <StageTabs
            stages={stages}
            {...tabs}
            className={cx("mt-1 flex", stages.length > MOST_WIDE ? "text-xs @xl:text-sm" : "text-sm")}
          />
        ) : (
          <div className="mt-1.5 flex text-sm">
            {layout.bands.map((band) => (
              <div key={band.id} className="min-w-0 flex-1 text-center">
                <div className="font-medium">{band.label}</div>
                <div className="text-ink-2 tabular-nums">{formatMilliseconds(band.milliseconds)}</div>
              </div>
            ))}
          </div>
        )}
      </div>
      <TimeStrip stages={stages} items={items} />
    </div>
  );
}

function boundaryShift(index: number, count: number): string {
  if (index === 0) return "none";
  return index === count - 1 ? "translateX(-100%)" : "translateX(-50%)";
}

function TimeStrip({ stages, items }: Pick<FunnelPictureProps, "stages" | "items">) {
  const { timeStrip, totalMilliseconds } = layoutFunnel(stages, { width: WIDTH, height: HEIGHT });
  return (
    <div aria-hidden className="mt-3">
      <div className="flex h-2 gap-px overflow-hidden rounded-full">
        {timeStrip.map((segment, index) => (
          <div
            key={segment.id}
            className="h-full bg-accent"
            style={{ width: percent(segment.width), opacity: bandOpacity(index, timeStrip.length) }}
          />
        ))}
      </div>
      <div className="mt-1 flex justify-between gap-4 text-xs text-ink-2">
        <span>Height: logarithm of the {items} left. Strip: where the time went.</span>
        <span className="whitespace-nowrap tabular-nums">{formatMilliseconds(totalMilliseconds)} in all</span>
      </div>
    </div>
  );
}
