/**
 * Why a random split flatters: items whose click rate drifts, a model that has one rate per item, and the same model
 * judged three ways. A random split lets it learn from days it is tested on; a time split does not; and the days
 * after the log tell which of the two had been right.
 */
import type { Random } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { sigmoid } from "./logit";

export type DriftingLogOptions = {
  items: number;
  /** Days of the log; the same number of `futureDays` follows to measure what deployment gets. */
  days: number;
  futureDays: number;
  viewsPerItemAndDay: number;
  /** Days after which half of an item's advantage or disadvantage is forgotten. Large is a frozen world. */
  halfLifeDays: number;
};

/** Row-major [items, days + futureDays]: clicks out of `viewsPerItemAndDay`. */
export type DriftingLog = DriftingLogOptions & { clicks: Uint16Array };

const MEAN_LOGIT = -2.2;
const LOGIT_SPREAD = 0.6;

/**
 * Each item's logit is N(-2.2, 0.6^2), a click rate near 10%, and moves by a stationary first-order autoregression:
 * `z_{t+1} = \rho z_t + \sqrt{1 - \rho^2}\, \varepsilon`, `\rho = 2^{-1/h}` for a half-life of h days. The spread of the
 * catalogue never changes, only who leads, so AUC on different days can be compared.
 */
export function simulateDriftingLog(options: DriftingLogOptions, random: Random): DriftingLog {
  const { items, days, futureDays, viewsPerItemAndDay, halfLifeDays } = options;
  const allDays = days + futureDays;
  const memory = 2 ** (-1 / halfLifeDays);
  const step = Math.sqrt(1 - memory ** 2);
  const clicks = new Uint16Array(items * allDays);
  for (let item = 0; item < items; item++) {
    let appeal = random.normal();
    for (let day = 0; day < allDays; day++) {
      const rate = sigmoid(MEAN_LOGIT + LOGIT_SPREAD * appeal);
      clicks[item * allDays + day] = drawBinomial(viewsPerItemAndDay, rate, random);
      appeal = memory * appeal + step * random.normal();
    }
  }
  return { ...options, clicks };
}

/** A set of rows that share one score. */
export type ScoredGroup = { score: number; positives: number; negatives: number };

/** AUC over groups of rows with equal scores; ties, within a group and between groups, count half. */
export function groupedAuc(groups: readonly ScoredGroup[]): number {
  const sorted = [...groups].sort((a, b) => a.score - b.score);
  let wins = 0;
  let negativesBelow = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let positives = 0;
    let negatives = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      positives += sorted[end]?.positives ?? 0;
      negatives += sorted[end]?.negatives ?? 0;
      end++;
    }
    wins += positives * (negativesBelow + negatives / 2);
    negativesBelow += negatives;
    start = end;
  }
  const positives = groups.reduce((sum, group) => sum + group.positives, 0);
  return positives === 0 || negativesBelow === 0 ? Number.NaN : wins / (positives * negativesBelow);
}

/** Learns one rate per item on days [from, to) and returns the AUC on days [testFrom, testTo). */
export function aucOfTimeSplit(log: DriftingLog, trainTo: number, testFrom: number, testTo: number): number {
  return groupedAuc(
    Array.from({ length: log.items }, (_, item) => {
      const train = countDays(log, item, 0, trainTo);
      const test = countDays(log, item, testFrom, testTo);
      return {
        score: train.clicks / train.views,
        positives: test.clicks,
        negatives: test.views - test.clicks,
      };
    }),
  );
}

/** Puts each row of the log into the test set with probability `testShare`, whatever its day. */
export function aucOfRandomSplit(log: DriftingLog, testShare: number, random: Random): number {
  return groupedAuc(
    Array.from({ length: log.items }, (_, item) => {
      const all = countDays(log, item, 0, log.days);
      const positives = drawBinomial(all.clicks, testShare, random);
      const negatives = drawBinomial(all.views - all.clicks, testShare, random);
      return { score: (all.clicks - positives) / (all.views - positives - negatives), positives, negatives };
    }),
  );
}

function countDays(
  log: DriftingLog,
  item: number,
  from: number,
  to: number,
): { clicks: number; views: number } {
  const start = item * (log.days + log.futureDays);
  let clicks = 0;
  for (let day = from; day < to; day++) clicks += log.clicks[start + day] ?? 0;
  return { clicks, views: (to - from) * log.viewsPerItemAndDay };
}
