/**
 * The vectors of the catalogue on a plane: the two directions in which a sample of them differs most, and on it the
 * sample, what the user watched, the best candidates, and the slate.
 */
import { principalComponents, projectOn } from "@/lib/evaluation/principal-components";
import { videoTitle } from "@/lib/worlds/video/titles";
import { CATEGORIES, TOPICS } from "@/lib/worlds/video/vocabulary";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import type { MAP_ROLES, SliceOfMap } from "./trace";
import type { PipelineRun, Query } from "./types";

type Role = (typeof MAP_ROLES)[number];

const SHOWN_CANDIDATES = 120;
const SHOWN_HISTORY = 50;

/** Evenly spaced videos of the whole catalogue, without those not yet uploaded: the same for every request. */
function sampleItems({ world: { catalogue }, day }: VideoServing, wanted: number): number[] {
  const count = Math.min(wanted, catalogue.size);
  return Array.from({ length: count }, (_, i) => Math.floor((i * catalogue.size) / count)).filter(
    (item) => (catalogue.uploadDay[item] as number) <= day,
  );
}

/** The most telling role of each item: what is in the slate is not drawn again as a candidate. */
function chooseRoles(query: Query, run: PipelineRun, sample: readonly number[]): Map<number, Role> {
  const roles = new Map<number, Role>();
  const add = (items: Iterable<number>, role: Role) => {
    for (const item of items) if (!roles.has(item)) roles.set(item, role);
  };
  add(run.slate, "slate");
  add(Array.from(query.history).slice(-SHOWN_HISTORY), "history");
  add(run.rankedOrder.subarray(0, SHOWN_CANDIDATES), "candidate");
  add(sample, "catalogue");
  return roles;
}

export function mapRequest(
  serving: VideoServing,
  query: Query,
  run: PipelineRun,
  sampleSize: number,
): SliceOfMap {
  const { index, world } = serving;
  const { catalogue } = world;
  const sample = sampleItems(serving, sampleSize);
  const rows = new Float32Array(sample.length * index.dimension);
  for (const [i, item] of sample.entries()) rows.set(index.vector(item), i * index.dimension);
  const plane = principalComponents(rows, sample.length, index.dimension, 2);
  const [horizontal, vertical] = plane.directions as [Float64Array, Float64Array];
  const place = (vector: ArrayLike<number>) => ({
    x: projectOn(vector, plane, horizontal),
    y: projectOn(vector, plane, vertical),
  });
  const places = new Map(Array.from(run.slate, (item, i) => [item, i + 1]));
  const points = Array.from(chooseRoles(query, run, sample), ([item, role]) => {
    const topic = TOPICS[catalogue.topic[item] as number];
    return {
      item,
      title: videoTitle(catalogue, item),
      category: CATEGORIES[topic?.category ?? 0]?.name ?? "",
      topic: topic?.name ?? "",
      ...place(index.vector(item)),
      role,
      place: places.get(item) ?? null,
    };
  });
  return {
    points,
    user: place(encodeQuery(serving, query)),
    explained: [plane.explained[0] ?? 0, plane.explained[1] ?? 0],
  };
}
