import { ChartTable } from "@/components/charts/chart-table";
import {
  type MapPoint,
  mapDistance,
  nearestOnMap,
  similarityOf,
  slateOf,
} from "@/components/lab/video/map/map-words";
import type { DrawnMap } from "@/components/lab/video/map/use-map";

/** The table twin: slate and history with their coordinates, and what of the other kind lies nearest. */
export function MapTable({ drawn }: { drawn: DrawnMap }) {
  const { map, recommendation } = drawn;
  const slate = slateOf(map);
  const history = map.points.filter((point) => point.role === "history");
  const neighbour = (point: MapPoint) => nearestOnMap(point, point.role === "slate" ? history : slate);
  return (
    <ChartTable
      caption="Slate and history on the map. Coordinates and distances have no unit; vectors have length 1."
      columns={[
        {
          key: "role",
          header: "What",
          cell: (row) => (row.role === "slate" ? `Slate, place ${row.place}` : "Watched"),
          className: "whitespace-nowrap",
        },
        { key: "title", header: "Video", rowHeader: true, cell: (row) => row.title, className: "min-w-44" },
        {
          key: "topic",
          header: "Topic",
          cell: (row) => `${row.category}, ${row.topic}`,
          className: "min-w-32",
        },
        { key: "x", header: "x", numeric: true, cell: (row) => row.x.toFixed(3) },
        { key: "y", header: "y", numeric: true, cell: (row) => row.y.toFixed(3) },
        {
          key: "viewer",
          header: "To the viewer",
          numeric: true,
          cell: (row) => mapDistance(row, map.user).toFixed(3),
        },
        {
          key: "similarity",
          header: "Two-tower similarity",
          numeric: true,
          cell: (row) => similarityOf(recommendation, row.item)?.toFixed(3) ?? "",
        },
        {
          key: "near",
          header: "Nearest of the other kind",
          cell: (row) => neighbour(row)?.title ?? "",
          className: "min-w-44",
        },
        {
          key: "distance",
          header: "Distance to it",
          numeric: true,
          cell: (row) => {
            const other = neighbour(row);
            return other ? mapDistance(row, other).toFixed(3) : "";
          },
        },
      ]}
      rows={[...slate, ...history]}
      rowKey={(row) => String(row.item)}
    />
  );
}
