/** What giving new items their first impressions costs, and what is known of an item afterwards. */
import { NORMAL_QUANTILE_975 } from "@/lib/evaluation/intervals";

export type ExplorationRound = {
  /** Items that take part. */
  readonly items: number;
  /** Impressions that each gets in this round. */
  readonly impressionsEach: number;
};

/** `\sum_r n_r m_r`. */
export function explorationImpressions(rounds: readonly ExplorationRound[]): number {
  return rounds.reduce((sum, { items, impressionsEach }) => sum + items * impressionsEach, 0);
}

/** Half the width of a 95 % interval of a rate p after n impressions: `1.96 \sqrt{p (1 - p) / n}`. */
export function rateHalfWidth(rate: number, impressions: number): number {
  return NORMAL_QUANTILE_975 * Math.sqrt((rate * (1 - rate)) / impressions);
}

/** Impressions until the interval is as narrow as `\pm h`: `1.96^2\, p (1 - p) / h^2`. */
export function impressionsForHalfWidth(rate: number, halfWidth: number): number {
  return (NORMAL_QUANTILE_975 ** 2 * rate * (1 - rate)) / halfWidth ** 2;
}

/** Share of all value that exploring gives up: `\mathrm{share} \times \mathrm{loss\ per\ slot}`. */
export function explorationLoss(impressions: number, dailyImpressions: number, lossPerSlot: number): number {
  return (impressions / dailyImpressions) * lossPerSlot;
}
