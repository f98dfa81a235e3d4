/**
 * The light ranker: logistic regression with crosses, taken apart. What depends on an ad alone is summed once per ad, what
 * depends on the request alone once per request, and of a pair of a request's field and an ad's field one lookup remains:
 * a thousand ads cost some ten thousand additions. Times seen and minutes since are left to the full model.
 */
import { CATEGORICAL_FEATURES, NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import type { TabularModel } from "../ranking/tabular-model";
import type { AdEncoder } from "./encoder";
import { CODE_COUNT, type RawFeatures } from "./rows";

const AD_FIELDS = ["advertiser", "campaign", "ad", "category", "priceTier", "format", "callToAction"];
const AD_NUMBERS = [
  "adAge",
  "campaignDaysLeft",
  "bid",
  "adCtr",
  "adImpressions",
  "advertiserCtr",
  "titleLength",
  "price",
  "landingTime",
];
const REQUEST_NUMBERS = ["siteCtr", "userCtr", "userImpressions", "pageDepth"];
const isAdFeature = CATEGORICAL_FEATURES.map(({ name }) => AD_FIELDS.includes(name));
const sideOfNumber = NUMERIC_FEATURES.map(({ name }) =>
  AD_NUMBERS.includes(name) ? "ad" : REQUEST_NUMBERS.includes(name) ? "request" : "pair",
);

/** A field of a request's and an ad's feature: its row is `start + left * width + right`. */
type PairField = {
  readonly start: number;
  readonly width: number;
  readonly left: number;
  /** The ad's code at each place. */
  readonly right: Int32Array;
};

const codesOf = ({ codes, count }: RawFeatures, feature: number) =>
  Int32Array.from({ length: count }, (_, i) => codes[i * CODE_COUNT + feature] as number);

export class LightScorer {
  private readonly linear: Float32Array;
  private readonly dense: Float32Array;
  private readonly bias: number;
  private readonly adParts: Float64Array;
  private readonly pairs: readonly PairField[];

  /** `ads` holds each ad's features with any request's; places are rows of it. */
  constructor(
    model: TabularModel,
    private readonly encoder: AdEncoder,
    sizes: readonly number[],
    ads: RawFeatures,
  ) {
    const weights = new Map(model.dense.entries());
    this.linear = weights.get("linear") ?? new Float32Array();
    this.dense = weights.get("linear-dense") ?? new Float32Array();
    this.bias = weights.get("bias")?.[0] ?? 0;
    this.adParts = this.sumSide(ads, "ad");
    this.pairs = encoder.fields.flatMap(({ features: [left, right], start }) => {
      if (left === undefined || right === undefined || isAdFeature[left] || !isAdFeature[right]) return [];
      return [{ start, width: sizes[right] ?? 1, left, right: codesOf(ads, right) }];
    });
  }

  /** Of each row, the terms that depend on one side alone. */
  private sumSide(raw: RawFeatures, side: "ad" | "request"): Float64Array {
    const { encoder, linear, dense } = this;
    const { fieldRows, dense: numbers } = encoder.encode(raw);
    const fields = encoder.fields.flatMap(({ features }, f) =>
      features.length > 0 && features.every((feature) => isAdFeature[feature] === (side === "ad")) ? [f] : [],
    );
    const columns = encoder.denseSources.flatMap((source, d) => (sideOfNumber[source] === side ? [d] : []));
    const width = encoder.fields.length;
    return Float64Array.from({ length: raw.count }, (_, i) => {
      let sum = 0;
      for (const f of fields) sum += linear[fieldRows[i * width + f] as number] as number;
      for (const d of columns)
        sum += (dense[d] as number) * (numbers[i * encoder.denseFeatures + d] as number);
      return sum;
    });
  }

  /** The logit of each place for a request, given as the features of one (request, ad) pair. */
  forRequest(request: RawFeatures): (place: number) => number {
    const { linear, adParts, pairs } = this;
    const ofRequest = this.bias + (this.sumSide(request, "request")[0] ?? 0);
    const bases = pairs.map(({ start, left, width }) => start + (request.codes[left] as number) * width);
    return (place) => {
      let logit = ofRequest + (adParts[place] as number);
      for (let p = 0; p < pairs.length; p++) {
        const { right } = pairs[p] as PairField;
        logit += linear[(bases[p] as number) + (right[place] as number)] as number;
      }
      return logit;
    };
  }
}
