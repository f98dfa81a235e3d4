import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { bandOpacity } from "@/components/lab/funnel-stages";
import { FunnelTall } from "@/components/lab/funnel-tall";
import { type FunnelStage, layoutFunnel } from "@/lib/charts/funnel-layout";

const WIDTH = 1000;
const HEIGHT = 100;
const percent = (x: number) => `${(x / WIDTH) * 100}%`;

type FunnelPictureProps = {
  stages: readonly FunnelStage[];
  /** Fix it, and two funnels can be compared. */
  fullHeightCount: number;
  /** Shape in pixels; the labels come on top. */
  tall?: boolean;
};

/** Items narrow from the catalogue to the slate; the strip below shows where the time went. Hidden from readers, who get the table. */
export function FunnelPicture({ stages, fullHeightCount, tall }: FunnelPictureProps) {
  const layout = layoutFunnel(stages, { width: WIDTH, height: HEIGHT, fullHeightCount, minimumHeight: 3 });
  return (
    <div aria-hidden>
      <FunnelTall stages={stages} fullHeightCount={fullHeightCount} />
      <div className="hidden sm:block">
        <div className="relative h-6 text-sm font-medium tabular-nums">
          {layout.boundaries.map((boundary, index) => (
            <span
              key={boundary.x}
              className="absolute whitespace-nowrap"
              style={{ left: percent(boundary.x), transform: boundaryShift(index, layout.boundaries.length) }}
            >
              {formatCount(boundary.count)}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className={`block w-full ${tall ? "h-44" : "h-32"}`}
        >
          <title>Funnel</title>
          {layout.bands.map((band, index) => (
            <path
              key={band.id}
              d={band.path}
              className="fill-accent"
              fillOpacity={bandOpacity(index, layout.bands.length)}
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
        <div className="mt-1.5 flex text-sm">
          {layout.bands.map((band) => (
            <div key={band.id} className="min-w-0 flex-1 text-center">
              <div className="font-medium">{band.label}</div>
              <div className="text-ink-2 tabular-nums">{formatMilliseconds(band.milliseconds)}</div>
            </div>
          ))}
        </div>
      </div>
      <TimeStrip stages={stages} />
    </div>
  );
}

function boundaryShift(index: number, count: number): string {
  if (index === 0) return "none";
  return index === count - 1 ? "translateX(-100%)" : "translateX(-50%)";
}

function TimeStrip({ stages }: { stages: readonly FunnelStage[] }) {
  const { timeStrip, totalMilliseconds } = layoutFunnel(stages, { width: WIDTH, height: HEIGHT });
  return (
    <div className="mt-3">
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
        <span>Height: logarithm of the videos left. Strip: where the time went.</span>
        <span className="whitespace-nowrap tabular-nums">{formatMilliseconds(totalMilliseconds)} in all</span>
      </div>
    </div>
  );
}
