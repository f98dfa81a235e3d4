/**
 * The winner's curse: an auction picks the ad that is predicted highest, and so the one whose error is most in its favour.
 * First with a model that knows the truth but for noise, then with the trained model, then with its predictions shaded.
 */

import { ecpm, secondPrice, winnersCurse } from "@/lib/evaluation/auction";
import { drawBinomial } from "@/lib/evaluation/binomial";
import { ratioInterval } from "@/lib/evaluation/intervals";
import { logit, sigmoid } from "@/lib/evaluation/logit";
import { createRandom, type Random, shuffleInPlace } from "@/lib/random";
import { spreadRequests } from "../day-requests";
import { DEFAULT_AD_KNOBS } from "../knobs";
import type { AdModelName } from "../names";
import { candidateFeatures, createAdQuery, eligibleAds } from "../pipeline";
import { correctedLogit } from "../predictor";
import { type AdServing, predictorOf } from "../serving";
import type { WinnersCurse } from "../study-schemas";
import { trueClick } from "../truth-of-request";
import { fitShading, type Shading, shadeLogit } from "./shading";
import type { StudyContext } from "./study";

export type CurseOptions = {
  readonly model: AdModelName;
  readonly eligible: readonly number[];
  readonly noise: readonly number[];
  readonly auctions: number;
  readonly seed: number;
};

/** One request: its eligible ads in random order, with bids, predictions and the truth. */
type Field = { readonly bids: number[]; readonly predicted: number[]; readonly truth: number[] };

/** Impressions of each winner whose clicks teach the shading. */
const SHOWN = 200;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function collectField(
  serving: AdServing,
  { model }: CurseOptions,
  number: number,
  most: number,
  random: Random,
): Field {
  const query = createAdQuery(serving, number, DEFAULT_AD_KNOBS);
  const all = eligibleAds(serving, query, DEFAULT_AD_KNOBS);
  shuffleInPlace(all, random);
  const ads = all.subarray(0, most);
  const predictor = predictorOf(serving.models, model);
  const calibrate = serving.models.calibrations.calibrationOf(model, "platt");
  const logits = predictor.score(candidateFeatures(serving, query, ads));
  return {
    bids: Array.from(ads, (ad) => serving.shelf.bids[serving.shelf.placeOf[ad] as number] as number),
    predicted: Array.from(logits, (score) => calibrate(correctedLogit(score, predictor.keptRate, true))),
    truth: Array.from(ads, (ad) => trueClick(serving, query, ad)),
  };
}

/** The winner among the first `eligible` ads, and what a click costs it. */
function pickWinner({ bids }: Field, predictions: readonly number[], eligible: number) {
  let winner = 0;
  let next = 0;
  const worth = (i: number) => ecpm(bids[i] ?? 0, predictions[i] ?? 0);
  for (let i = 0; i < Math.min(eligible, bids.length); i++) {
    if (worth(i) > worth(winner)) {
      next = worth(winner);
      winner = i;
    } else if (i !== winner) next = Math.max(next, worth(i));
  }
  return { winner, price: secondPrice(bids[winner] ?? 0, predictions[winner] ?? 1, next / 1000) };
}

type Ratios = { winners: number; all: number; shaded: number };

/** Predicted over true clicks; `shade` turns the winner's prediction into the shaded one. */
function ratiosOf(
  fields: readonly Field[],
  eligible: number,
  predict: (field: Field) => readonly number[],
  shade: (prediction: number, predictions: readonly number[]) => number,
): Ratios & { clicks: number } {
  const totals = { winner: 0, winnerTruth: 0, all: 0, allTruth: 0, shaded: 0, shadedTruth: 0 };
  for (const field of fields) {
    const predictions = predict(field).slice(0, eligible);
    const shadedAll = predictions.map((p) => shade(p, predictions));
    const { winner } = pickWinner(field, predictions, eligible);
    const shadedWinner = pickWinner(field, shadedAll, eligible).winner;
    totals.winner += predictions[winner] ?? 0;
    totals.winnerTruth += field.truth[winner] ?? 0;
    totals.shaded += shadedAll[shadedWinner] ?? 0;
    totals.shadedTruth += field.truth[shadedWinner] ?? 0;
    totals.all += sum(predictions);
    totals.allTruth += sum(field.truth.slice(0, eligible));
  }
  return {
    winners: totals.winner / totals.winnerTruth,
    all: totals.all / totals.allTruth,
    shaded: totals.shaded / totals.shadedTruth,
    clicks: totals.winnerTruth * SHOWN,
  };
}

/**
 * Shrinks a noisy logit to the mean of its field: `m + s (x - m)` with `s = 1 - \sigma^2 / \mathrm{var}(x)`, the mean of the
 * truth given x when both are normal.
 */
export function shrinkTo(predictions: readonly number[], noise: number): (prediction: number) => number {
  const logits = predictions.map(logit);
  const mean = sum(logits) / logits.length;
  const variance = sum(logits.map((x) => (x - mean) ** 2)) / logits.length;
  const kept = Math.max(0, 1 - noise ** 2 / Math.max(1e-9, variance));
  return (prediction) => sigmoid(mean + kept * (logit(prediction) - mean));
}

function simulate(
  fields: readonly Field[],
  { eligible, noise, seed }: CurseOptions,
): WinnersCurse["simulated"] {
  return noise.flatMap((deviation) =>
    eligible.map((count) => {
      const draws = createRandom(seed).fork(`noise/${deviation}`);
      const noisy = ({ truth }: Field) => truth.map((p) => sigmoid(logit(p) + deviation * draws.normal()));
      let shrink = (prediction: number) => prediction;
      let last: readonly number[] = [];
      const { winners, all, shaded } = ratiosOf(fields, count, noisy, (p, predictions) => {
        if (predictions !== last) shrink = shrinkTo(predictions, deviation);
        last = predictions;
        return shrink(p);
      });
      // Few clicks per impression: an error of the logit is one of the logarithm.
      const equalAds = winnersCurse(count, deviation);
      return { eligible: count, noise: deviation, winners, all, shaded, equalAds };
    }),
  );
}

/** Fits the shading on winners of every other request, with clicks as the world answers. */
function learnShading(fields: readonly Field[], eligible: number, random: Random): Shading {
  const winners = fields.map((field) => ({ field, ...pickWinner(field, field.predicted, eligible) }));
  const clicks = winners.map(({ field, winner }) => drawBinomial(SHOWN, field.truth[winner] ?? 0, random));
  return fitShading(
    winners.map(({ field, winner }) => field.predicted[winner] ?? 0.01),
    clicks,
    SHOWN,
  );
}

/** True revenue per thousand requests when winners and prices come from `predict`. */
function revenueOf(
  fields: readonly Field[],
  eligible: number,
  predict: (field: Field) => readonly number[],
): number {
  const revenue = fields.map((field) => {
    const { winner, price } = pickWinner(field, predict(field), eligible);
    return price * (field.truth[winner] ?? 0);
  });
  return (1000 * sum(revenue)) / Math.max(1, fields.length);
}

export async function studyWinnersCurse(
  serving: AdServing,
  options: CurseOptions,
  { checkpoint, report }: StudyContext,
): Promise<WinnersCurse> {
  const { models, requests } = serving;
  await models.calibrations.prepare(predictorOf(models, options.model), "platt", checkpoint);
  const most = Math.max(...options.eligible);
  const random = createRandom(options.seed).fork("winners-curse");
  const fields: Field[] = [];
  const numbers = spreadRequests(requests, options.auctions);
  for (const [i, number] of numbers.entries()) {
    report("Holding auctions", i / numbers.length);
    fields.push(collectField(serving, options, number, most, random));
    await checkpoint();
  }
  const learnt = fields.filter((_, i) => i % 2 === 0);
  const judged = fields.filter((_, i) => i % 2 === 1);
  const predicted = (field: Field) => field.predicted;
  const shadings = options.eligible.map((eligible) => learnShading(learnt, eligible, random));
  const last = shadings.at(-1) ?? { slope: 1, intercept: 0 };
  const shadedBy = (shading: Shading) => (field: Field) => field.predicted.map((p) => shadeLogit(p, shading));
  return {
    simulated: simulate(fields, options),
    model: options.eligible.map((eligible, i) => {
      const shading = shadings[i] ?? last;
      const { clicks, ...ratios } = ratiosOf(judged, eligible, predicted, (p) => shadeLogit(p, shading));
      const interval = ratioInterval(ratios.winners * clicks, clicks);
      return { eligible, auctions: judged.length, ...ratios, interval };
    }),
    revenue: {
      plain: revenueOf(judged, most, predicted),
      shaded: revenueOf(judged, most, shadedBy(last)),
      best: revenueOf(judged, most, ({ truth }) => truth),
    },
    shading: last,
  };
}
