/** Calibration by slice: a model can be right on average and wrong for every part of it. */
import { normalizedEntropy } from "@/lib/evaluation/classification";
import { ratioInterval } from "@/lib/evaluation/intervals";
import { DEVICES } from "@/lib/worlds/ads/vocabulary";
import type { SliceName } from "../names";
import { planAdDays } from "../plan";
import { dayOfRow, firstRowOf } from "../rows";
import type { CalibrationSlices } from "../study-schemas";
import type { StudyWorld } from "./study";

const AD_AGES = [
  { name: "under 1 day", below: 1 },
  { name: "1 to 3 days", below: 3 },
  { name: "3 to 7 days", below: 7 },
  { name: "7 days and more", below: Number.POSITIVE_INFINITY },
];
const SIZES = ["smallest third", "middle third", "largest third"];

/** Thirds of the advertisers by their impressions on the training days. */
function advertiserThirds({ world }: StudyWorld): Uint8Array {
  const { log, catalogue } = world;
  const { advertisers, campaigns, creatives } = catalogue;
  const shown = new Float64Array(advertisers.size);
  const end = firstRowOf(world, planAdDays(world).trainEnd);
  for (let row = 0; row < end; row++) {
    const advertiser = campaigns.advertiser[
      creatives.campaign[log.creative[row] as number] as number
    ] as number;
    shown[advertiser] = (shown[advertiser] as number) + 1;
  }
  const order = Array.from(shown.keys()).sort((a, b) => (shown[a] as number) - (shown[b] as number));
  const thirds = new Uint8Array(advertisers.size);
  for (const [rank, advertiser] of order.entries())
    thirds[advertiser] = Math.floor((3 * rank) / order.length);
  return thirds;
}

/** The name of the slice that a row of the log belongs to, for each way to cut. */
function createCuts(study: StudyWorld): Readonly<Record<SliceName, (row: number) => string>> {
  const { world } = study;
  const { log, catalogue, requests, users } = world;
  const { campaigns, creatives } = catalogue;
  const thirds = advertiserThirds(study);
  const requestOf = (row: number) => log.request[row] as number;
  const adOf = (row: number) => log.creative[row] as number;
  return {
    "advertiser-size": (row) =>
      SIZES[thirds[campaigns.advertiser[creatives.campaign[adOf(row)] as number] as number] as number] ?? "",
    slot: (row) => (log.slot[row] === 0 ? `feed ${log.position[row]}` : "side column"),
    "ad-age": (row) => {
      const age = dayOfRow(world, row) - (creatives.startDay[adOf(row)] as number);
      return AD_AGES.find(({ below }) => age < below)?.name ?? "";
    },
    device: (row) => DEVICES[requests.device[requestOf(row)] as number] ?? "",
    "opted-out": (row) =>
      users.optedOut[requests.user[requestOf(row)] as number] === 1 ? "opted out" : "tracked",
  };
}

export function measureSlices(study: StudyWorld, predictions: Float64Array): CalibrationSlices {
  const { rows, truth } = study.testRows();
  const summarise = (indices: readonly number[]) => {
    const pick = (values: ArrayLike<number>) => indices.map((i) => values[i] as number);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const [labels, predicted] = [pick(rows.labels), pick(predictions)];
    const [clicks, expected] = [sum(labels), sum(predicted)];
    return {
      rows: indices.length,
      clicks,
      ratio: expected / Math.max(1, clicks),
      interval: ratioInterval(expected, clicks),
      truthRatio: expected / sum(pick(truth)),
      normalizedEntropy: clicks > 0 ? normalizedEntropy(labels, predicted) : 1,
    };
  };
  const cuts = createCuts(study);
  const slices = (Object.keys(cuts) as SliceName[]).flatMap((by) => {
    const groups = new Map<string, number[]>();
    for (const [i, row] of rows.rows.entries()) {
      const name = cuts[by](row);
      const group = groups.get(name);
      if (group) group.push(i);
      else groups.set(name, [i]);
    }
    return [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, indices]) => ({ by, name, ...summarise(indices) }));
  });
  const { normalizedEntropy: _, ...overall } = summarise(Array.from(rows.rows.keys()));
  return { overall, slices };
}
