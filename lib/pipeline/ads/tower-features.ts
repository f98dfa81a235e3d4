/** What the two towers of ad retrieval see: of a request who, where and when, of an ad what it sells and how it looks. */

import type { Random } from "@/lib/random";
import { CATEGORICAL_FEATURES, type CategoricalFeatureName } from "@/lib/worlds/ads/features";
import { TwoTowerModel } from "../retrieval/two-tower-model";
import { BagBuilder, type Bags } from "../training/embedding-table";
import { CODE_COUNT, type RawFeatures } from "./rows";

const REQUEST_FEATURES: readonly CategoricalFeatureName[] = [
  "interest",
  "secondInterest",
  "ageBand",
  "region",
  "device",
  "siteCategory",
  "hour",
  "weekday",
];
const AD_FEATURES: readonly CategoricalFeatureName[] = [
  "category",
  "priceTier",
  "format",
  "callToAction",
  "advertiser",
];
export const AD_TOWER_DIMENSION = 32;

/** The rows of one tower's table: those of each feature side by side. */
type Layout = {
  readonly features: readonly number[];
  readonly starts: readonly number[];
  readonly rows: number;
};

function layOut(names: readonly CategoricalFeatureName[], sizes: readonly number[]): Layout {
  const features = names.map((name) => CATEGORICAL_FEATURES.findIndex((feature) => feature.name === name));
  let rows = 0;
  const starts = features.map((f) => {
    const start = rows;
    rows += sizes[f] ?? 1;
    return start;
  });
  return { features, starts, rows };
}

export type TowerLayouts = { readonly request: Layout; readonly ad: Layout };
/** `sizes`: codes of each categorical feature (`categoricalSizes`). */
export const layOutTowers = (sizes: readonly number[]): TowerLayouts => ({
  request: layOut(REQUEST_FEATURES, sizes),
  ad: layOut(AD_FEATURES, sizes),
});

/** One bag for each of `rows` of the raw features. */
export function bagsOf({ features, starts }: Layout, raw: RawFeatures, rows: ArrayLike<number>): Bags {
  const builder = new BagBuilder();
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] as number) * CODE_COUNT;
    for (const [k, f] of features.entries())
      builder.add((starts[k] as number) + (raw.codes[at + f] as number), 1);
    builder.close();
  }
  return builder.bags();
}

/** `random` null leaves all weights at zero, for a loader to fill. */
export const createAdTower = ({ request, ad }: TowerLayouts, random: Random | null) =>
  new TwoTowerModel(
    {
      dimension: AD_TOWER_DIMENSION,
      userRows: request.rows,
      itemRows: ad.rows,
      hidden: 0,
      normalise: false,
      temperature: 1,
      initialDeviation: 0.1,
    },
    random,
  );
