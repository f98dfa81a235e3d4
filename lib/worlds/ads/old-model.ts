/**
 * The click model of the ad server that wrote the log: counters only. An ad's smoothed rate leans on that of its
 * advertiser, which leans on that of its category; it knows nothing of the person or the page, and errs.
 */
import type { AdsCounters } from "./counters";
import type { AdsCatalogue } from "./types";

/** Standard deviation of its errors, in logarithms: drawn anew for each request and ad. */
export const MODEL_ERROR = 0.5;

export class OldModel {
  private readonly rates: Float64Array;
  private readonly ratedAt: Int32Array;
  private hour = -1;

  constructor(
    private readonly catalogue: AdsCatalogue,
    private readonly counters: AdsCounters,
  ) {
    this.rates = new Float64Array(catalogue.creatives.size);
    this.ratedAt = new Int32Array(catalogue.creatives.size).fill(-1);
  }

  /** Counters move once an hour, so an ad's rate is computed once an hour. */
  startHour(hour: number): void {
    this.hour = hour;
  }

  /** P(click) in the feed, without its error. */
  rateOf(ad: number): number {
    if (this.ratedAt[ad] === this.hour) return this.rates[ad] as number;
    const { campaigns, advertisers, creatives } = this.catalogue;
    const advertiser = campaigns.advertiser[creatives.campaign[ad] as number] as number;
    const category = this.counters.categoryRate(advertisers.category[advertiser] as number);
    const rate = this.counters.adRate(ad, this.counters.advertiserRate(advertiser, category));
    this.rates[ad] = rate;
    this.ratedAt[ad] = this.hour;
    return rate;
  }
}
