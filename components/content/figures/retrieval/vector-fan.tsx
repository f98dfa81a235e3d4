import type { PointerEvent } from "react";
import { cx } from "@/components/ui/cx";

export type FanItem = { name: string; quality: number; degrees: number };

const WIDTH = 340;
const HEIGHT = 250;
const ORIGIN = { x: 50, y: 226 };
const REACH = 196;

/** Items as arrows: length is quality, direction is content. Chosen ones are drawn strong, with their place. */
export function VectorFan({
  items,
  chosen,
  selected,
  onSelect,
  onMove,
  description,
}: {
  items: readonly FanItem[];
  /** Indices in the order of choice. */
  chosen: readonly number[];
  selected: number;
  onSelect: (index: number) => void;
  onMove: (change: { quality: number; degrees: number }) => void;
  description: string;
}) {
  function place(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH - ORIGIN.x;
    const y = ORIGIN.y - ((event.clientY - box.top) / box.height) * HEIGHT;
    return { x, y };
  }
  function press(event: PointerEvent<SVGSVGElement>) {
    const { x, y } = place(event);
    const distances = items.map((item) => {
      const tip = tipOf(item);
      return Math.hypot(tip.x - ORIGIN.x - x, ORIGIN.y - tip.y - y);
    });
    const nearest = distances.indexOf(Math.min(...distances));
    onSelect(nearest);
  }
  function drag(event: PointerEvent<SVGSVGElement>) {
    if (event.buttons === 0) return;
    const { x, y } = place(event);
    const degrees = Math.round((Math.atan2(Math.max(0, y), Math.max(0, x)) * 180) / Math.PI);
    onMove({
      degrees,
      quality: Math.min(1, Math.max(0.05, Math.round((Math.hypot(x, y) / REACH) * 100) / 100)),
    });
  }
  return (
    <svg
      role="img"
      aria-label={description}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      onPointerDown={press}
      onPointerMove={drag}
      className="mx-auto block w-full max-w-md cursor-grab touch-pan-y"
    >
      {[0.25, 0.5, 0.75, 1].map((radius) => (
        <path
          key={radius}
          d={`M${ORIGIN.x + REACH * radius} ${ORIGIN.y}A${REACH * radius} ${REACH * radius} 0 0 0 ${ORIGIN.x} ${ORIGIN.y - REACH * radius}`}
          className="fill-none stroke-line"
        />
      ))}
      {items.map((item, index) => {
        const tip = tipOf(item);
        const rank = chosen.indexOf(index);
        return (
          <g key={item.name} className={cx(rank < 0 && "opacity-45")}>
            <line
              x1={ORIGIN.x}
              y1={ORIGIN.y}
              x2={tip.x}
              y2={tip.y}
              stroke={rank < 0 ? "var(--ink-2)" : "var(--series-1)"}
              strokeWidth={rank < 0 ? 2 : 3.5}
            />
            <circle
              cx={tip.x}
              cy={tip.y}
              r={index === selected ? 8 : 5.5}
              fill={rank < 0 ? "var(--ink-2)" : "var(--series-1)"}
              stroke="var(--raised)"
              strokeWidth={2}
            />
            <text
              x={tip.x + (isUpright(item) ? -11 : 11)}
              y={tip.y + 4}
              textAnchor={isUpright(item) ? "end" : "start"}
              className="fill-ink text-[13px] font-medium"
            >
              {item.name}
              {rank >= 0 && ` (${rank + 1})`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names of upright arrows stand at their left, where no other arrow runs. */
const isUpright = ({ degrees }: FanItem) => degrees > 84;

function tipOf({ quality, degrees }: FanItem) {
  const angle = (degrees * Math.PI) / 180;
  const round = (pixels: number) => Math.round(pixels * 100) / 100;
  return {
    x: round(ORIGIN.x + REACH * quality * Math.cos(angle)),
    y: round(ORIGIN.y - REACH * quality * Math.sin(angle)),
  };
}
