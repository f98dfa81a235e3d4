/**
 * The winner's curse of an auction among ads that differ: the arg max picks lucky errors, so the winner's prediction is too high
 * although predictions are right over all ads. Three treatments: raw predictions; one calibration for all; each ad shrunk by its own
 * uncertainty. Selection bias of the maximum: Capen, Clapp & Campbell, Competitive Bidding in High-Risk Situations (1971).
 */

import type { Random } from "@/lib/random";
import { sigmoid } from "./logit";

export const TREATMENTS = ["raw", "pooled", "own"] as const;
export type Treatment = (typeof TREATMENTS)[number];

export type CurseOptions = {
  /** Deviation of the error in the logit of a well-known ad. */
  readonly noise: number;
  /** Of a new ad. */
  readonly newNoise: number;
  readonly newShare: number;
  readonly auctions: number;
  /** Numbers of eligible ads at which the winner is looked at, ascending. */
  readonly counts: readonly number[];
};
/** Predicted over true click rate: of the winner by treatment, [counts]; and over all ads, raw. */
export type CurseResult = {
  readonly winners: Readonly<Record<Treatment, readonly number[]>>;
  readonly allAds: number;
};

/** True logits: a click rate of about 1 %, half a unit of spread. */
const TRUE_LOGIT = -4.6;
const TRUE_SPREAD = 0.5;
const REFERENCE_ADS = 20_000;

/** `\tau^2 / (\tau^2 + \sigma^2)`: how far an estimate is believed (James & Stein, 1961; normal prior and error). */
export const shrinkage = (noise: number): number => TRUE_SPREAD ** 2 / (TRUE_SPREAD ** 2 + noise ** 2);

type Ad = { truth: number; estimate: number; noise: number };

function drawAd({ noise, newNoise, newShare }: CurseOptions, random: Random): Ad {
  const own = random.next() < newShare ? newNoise : noise;
  const truth = TRUE_LOGIT + TRUE_SPREAD * random.normal();
  return { truth, estimate: truth + own * random.normal(), noise: own };
}

/**
 * Posterior mean of the logit plus half of its variance, which is the logarithm of the mean of a rare event's rate:
 * `m + s (e - m) + \tfrac12 \tau^2 (1 - s)`, s the shrinkage.
 */
const believed = (estimate: number, share: number) =>
  TRUE_LOGIT + share * (estimate - TRUE_LOGIT) + 0.5 * TRUE_SPREAD ** 2 * (1 - share);

/** One calibration for all, as a logistic layer would learn it: one slope, and an offset that makes the sums agree. */
function pooledLayer(options: CurseOptions, random: Random) {
  const ads = Array.from({ length: REFERENCE_ADS }, () => drawAd(options, random));
  const variance = options.newShare * options.newNoise ** 2 + (1 - options.newShare) * options.noise ** 2;
  const share = shrinkage(Math.sqrt(variance));
  const sum = (of: (ad: Ad) => number) => ads.reduce((total, ad) => total + sigmoid(of(ad)), 0);
  const actual = sum(({ truth }) => truth);
  const offset = Math.log(actual / sum(({ estimate }) => believed(estimate, share)));
  return {
    predict: ({ estimate }: Ad) => believed(estimate, share) + offset,
    allAds: sum(({ estimate }) => estimate) / actual,
  };
}

/** Holds `auctions` auctions of ever more ads and looks at each winner. O(auctions * largest count). */
export function simulateWinners(options: CurseOptions, random: Random): CurseResult {
  const pooled = pooledLayer(options, random.fork("reference"));
  const predict: Record<Treatment, (ad: Ad) => number> = {
    raw: ({ estimate }) => estimate,
    pooled: pooled.predict,
    own: ({ estimate, noise }) => believed(estimate, shrinkage(noise)),
  };
  const { counts, auctions } = options;
  const sums = TREATMENTS.map(() => ({
    predicted: new Float64Array(counts.length),
    actual: new Float64Array(counts.length),
  }));
  const most = counts.at(-1) ?? 0;
  for (let auction = 0; auction < auctions; auction++) {
    const best = TREATMENTS.map(() => ({ score: Number.NEGATIVE_INFINITY, truth: 0 }));
    let look = 0;
    for (let ad = 1; ad <= most; ad++) {
      const drawn = drawAd(options, random);
      TREATMENTS.forEach((name, index) => {
        const score = predict[name](drawn);
        if (score > (best[index]?.score ?? 0)) best[index] = { score, truth: drawn.truth };
      });
      if (ad !== counts[look]) continue;
      best.forEach(({ score, truth }, index) => {
        const sum = sums[index];
        if (!sum) return;
        sum.predicted[look] = (sum.predicted[look] as number) + sigmoid(score);
        sum.actual[look] = (sum.actual[look] as number) + sigmoid(truth);
      });
      look++;
    }
  }
  const ratios = sums.map(({ predicted, actual }) =>
    Array.from(predicted, (value, index) => value / (actual[index] as number)),
  );
  return {
    winners: Object.fromEntries(TREATMENTS.map((name, index) => [name, ratios[index] ?? []])) as Record<
      Treatment,
      number[]
    >,
    allAds: pooled.allAds,
  };
}
