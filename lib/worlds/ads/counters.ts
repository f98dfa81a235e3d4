/**
 * What an ad server counts while it serves. Views and spend are known at once. Click rates come from an hourly job that
 * reads impressions whose join window has closed, so a counter never holds a click from the future of its reader.
 * An impression counts by its slot (SLOT_WEIGHT): otherwise ads that were shown in the side column would look bad.
 */
import { DecayedRates } from "./decayed-rates";
import { PairTable } from "./pair-table";
import { type AdsCatalogue, type AdsLog, type AdsRequests, CLICK_WINDOW_SECONDS, FEED } from "./types";

/** Base rates of the slots (10 to 1): one impression in the side column counts as a tenth of one in the feed. */
const SIDE_WEIGHT = 0.1;
const AD_HALF_LIFE_DAYS = 3;
const OTHER_HALF_LIFE_DAYS = 7;
/** Imagined impressions at the mean rate, per smoothed rate. */
export const RATE_STRENGTH = { ad: 200, advertiser: 400, category: 400, site: 400, user: 200 } as const;
/** The mean rate before anything was joined. */
const FIRST_RATE = 0.01;
const FIRST_RATE_STRENGTH = 1_000;
const HOURS = 24;

export class AdsCounters {
  private readonly ads: DecayedRates;
  private readonly advertisers: DecayedRates;
  private readonly categories: DecayedRates;
  private readonly sites: DecayedRates;
  private readonly users: DecayedRates;
  private readonly all: DecayedRates;
  private readonly views: PairTable;
  private readonly spent: Float64Array;
  private readonly spentDay: Int32Array;
  private joinedRows = 0;
  /** The hour of the last job: rates are as of then. */
  private hour = 0;
  private mean = FIRST_RATE;

  constructor(
    private readonly catalogue: AdsCatalogue,
    sizes: { readonly users: number; readonly sites: number; readonly categories: number },
  ) {
    const { advertisers, campaigns, creatives } = catalogue;
    this.ads = new DecayedRates(creatives.size, AD_HALF_LIFE_DAYS);
    this.advertisers = new DecayedRates(advertisers.size, OTHER_HALF_LIFE_DAYS);
    this.categories = new DecayedRates(sizes.categories, OTHER_HALF_LIFE_DAYS);
    this.sites = new DecayedRates(sizes.sites, OTHER_HALF_LIFE_DAYS);
    this.users = new DecayedRates(sizes.users, OTHER_HALF_LIFE_DAYS);
    this.all = new DecayedRates(1, OTHER_HALF_LIFE_DAYS);
    this.views = new PairTable(campaigns.size);
    this.spent = new Float64Array(campaigns.size);
    this.spentDay = new Int32Array(campaigns.size).fill(-1);
  }

  /** The hourly job: joins the impressions whose click window closed before the hour of `day` began. */
  join(
    requests: AdsRequests,
    log: Pick<AdsLog, "size" | "request" | "creative" | "slot" | "clicked">,
    day: number,
  ): void {
    this.hour = Math.floor(day * HOURS + 1e-6);
    const before = this.hour / HOURS - CLICK_WINDOW_SECONDS / 86_400;
    for (; this.joinedRows < log.size; this.joinedRows++) {
      const request = log.request[this.joinedRows] as number;
      if ((requests.day[request] as number) >= before) break;
      const weight = log.slot[this.joinedRows] === FEED ? 1 : SIDE_WEIGHT;
      const clicked = log.clicked[this.joinedRows] === 1;
      this.add(requests, request, log.creative[this.joinedRows] as number, weight, clicked);
    }
    this.mean = this.all.smoothedRate(0, this.hour, FIRST_RATE, FIRST_RATE_STRENGTH);
  }

  private add(requests: AdsRequests, request: number, ad: number, weight: number, clicked: boolean): void {
    const { campaigns, creatives, advertisers } = this.catalogue;
    const { hour } = this;
    const advertiser = campaigns.advertiser[creatives.campaign[ad] as number] as number;
    this.ads.add(ad, hour, weight, clicked);
    this.advertisers.add(advertiser, hour, weight, clicked);
    this.categories.add(advertisers.category[advertiser] as number, hour, weight, clicked);
    this.sites.add(requests.site[request] as number, hour, weight, clicked);
    this.users.add(requests.user[request] as number, hour, weight, clicked);
    this.all.add(0, hour, weight, clicked);
  }

  /** The user was shown an ad of the campaign. */
  addView(user: number, campaign: number, day: number): void {
    this.views.add(user, campaign, day);
  }

  /** How often the user was shown the campaign so far. */
  frequency = (user: number, campaign: number): number => this.views.count(user, campaign);

  /** Minutes since the user was shown the campaign; NaN when never. */
  minutesSince = (user: number, campaign: number, day: number): number =>
    (day - this.views.lastDay(user, campaign)) * HOURS * 60;

  charge(campaign: number, day: number, amount: number): void {
    this.spent[campaign] = this.spentOn(campaign, day) + amount;
    this.spentDay[campaign] = Math.floor(day);
  }

  /** Spent on the day that holds the moment. */
  spentOn = (campaign: number, day: number): number =>
    this.spentDay[campaign] === Math.floor(day) ? (this.spent[campaign] as number) : 0;

  /** Share of the day's budget that is left, within [0, 1]. */
  budgetLeft = (campaign: number, day: number): number =>
    Math.max(0, 1 - this.spentOn(campaign, day) / (this.catalogue.campaigns.dailyBudget[campaign] as number));

  /** Mean click rate in the feed. */
  meanRate = (): number => this.mean;
  adImpressions = (ad: number): number => this.ads.impressionsAt(ad, this.hour);
  userImpressions = (user: number): number => this.users.impressionsAt(user, this.hour);
  adRate = (ad: number, prior = this.mean) => this.ads.smoothedRate(ad, this.hour, prior, RATE_STRENGTH.ad);
  advertiserRate = (advertiser: number, prior = this.mean) =>
    this.advertisers.smoothedRate(advertiser, this.hour, prior, RATE_STRENGTH.advertiser);
  categoryRate = (category: number) =>
    this.categories.smoothedRate(category, this.hour, this.mean, RATE_STRENGTH.category);
  siteRate = (site: number) => this.sites.smoothedRate(site, this.hour, this.mean, RATE_STRENGTH.site);
  userRate = (user: number) => this.users.smoothedRate(user, this.hour, this.mean, RATE_STRENGTH.user);
}
