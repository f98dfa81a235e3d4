import { formatCount } from "@/components/lab/format";
import type { MapPoint } from "@/components/lab/video/map/map-words";
import { diamondPath, dotPath, type PixelPoint, type PixelSize, ringPath } from "@/lib/charts/map-window";
import type { SliceOfMap } from "@/lib/pipeline/video/trace";

export type PlacedPoint = MapPoint & PixelPoint;

type MapDrawingProps = {
  placed: readonly PlacedPoint[];
  size: PixelSize;
  viewer: PixelPoint;
  category: string;
  /** Gets a ring around it. */
  shownItem: number | null;
};

/** Everything but the numbers, in one path per kind. For the eye only: marks and table tell the rest. */
export function MapDrawing({ placed, size, viewer, category, shownItem }: MapDrawingProps) {
  const ofRole = (role: MapPoint["role"]) => placed.filter((point) => point.role === role);
  const catalogue = ofRole("catalogue");
  const shown = placed.find((point) => point.item === shownItem);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="pointer-events-none absolute inset-0 size-full"
      strokeLinecap="round"
      fill="none"
    >
      <path d={dotPath(catalogue)} className="stroke-line-strong" strokeWidth={3} strokeOpacity={0.45} />
      {category !== "" && (
        <path
          d={dotPath(placed.filter((point) => point.category === category))}
          stroke="var(--series-2)"
          strokeWidth={6}
        />
      )}
      <path d={ringPath(ofRole("candidate"), 3.5)} stroke="var(--series-1)" strokeWidth={1.25} />
      <path d={diamondPath(ofRole("history"), 5)} fill="var(--series-3)" className="stroke-raised" />
      <Viewer at={viewer} />
      {shown && <circle cx={shown.left} cy={shown.top} r={8} className="stroke-ink" strokeWidth={1.5} />}
    </svg>
  );
}

function Viewer({ at }: { at: PixelPoint }) {
  const cross = `M${at.left - 8} ${at.top}h16M${at.left} ${at.top - 8}v16`;
  return (
    <>
      <path d={cross} className="stroke-raised" strokeWidth={7} />
      <path d={cross} className="stroke-ink" strokeWidth={3} />
    </>
  );
}

/** Shapes and their names, with how many there are. */
export function MapKey({
  map,
  category,
  viewerLabel,
}: {
  map: SliceOfMap;
  category: string;
  viewerLabel: string;
}) {
  const at = [{ left: 8, top: 8 }];
  const count = (role: MapPoint["role"]) => map.points.filter((point) => point.role === role).length;
  const inCategory = map.points.filter((point) => point.category === category).length;
  const entries = [
    {
      id: "viewer",
      label: viewerLabel,
      shape: <path d="M2 8h12M8 2v12" className="stroke-ink" strokeWidth={3} />,
    },
    {
      id: "slate",
      label: `${formatCount(count("slate"))} in the slate, numbered`,
      shape: <circle cx={8} cy={8} r={7} className="fill-accent" />,
    },
    {
      id: "history",
      label: `${formatCount(count("history"))} watched`,
      shape: <path d={diamondPath(at, 5)} fill="var(--series-3)" />,
    },
    {
      id: "candidate",
      label: `${formatCount(count("candidate"))} other candidates, best ranked`,
      shape: <path d={ringPath(at, 3.5)} stroke="var(--series-1)" strokeWidth={1.25} />,
    },
    {
      id: "catalogue",
      label: `${formatCount(count("catalogue"))} others, a sample of the catalogue`,
      shape: <path d={dotPath(at)} className="stroke-line-strong" strokeWidth={4} />,
    },
    ...(category === ""
      ? []
      : [
          {
            id: "category",
            label: `${formatCount(inCategory)} in ${category}, of every kind`,
            shape: <path d={dotPath(at)} stroke="var(--series-2)" strokeWidth={6} />,
          },
        ]),
  ];
  return (
    <ul className="m-0 grid list-none gap-1 p-0 text-ink-2 tabular-nums max-lg:grid-cols-2 max-sm:grid-cols-1">
      {entries.map(({ id, label, shape }) => (
        <li key={id} className="m-0 flex items-center gap-2 p-0">
          <svg aria-hidden width={16} height={16} viewBox="0 0 16 16" fill="none" strokeLinecap="round">
            {shape}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
