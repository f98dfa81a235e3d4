/**
 * The plane cut into the cells of its sites: each point belongs to the nearest site (Voronoi, 1908). Data in, paths out, in
 * pixels of a square box.
 */
import { Delaunay } from "d3";

export type Site = { readonly x: number; readonly y: number };

/** One closed path per site, in the order given, of the unit square drawn `size` pixels wide with y upwards. */
export function cellPaths(sites: readonly Site[], size: number): string[] {
  if (sites.length === 0) return [];
  const diagram = Delaunay.from(
    sites,
    (site) => site.x * size,
    (site) => (1 - site.y) * size,
  ).voronoi([0, 0, size, size]);
  return sites.map((_, index) => {
    const corners = diagram.cellPolygon(index);
    return corners ? `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z` : "";
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
