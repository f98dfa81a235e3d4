/**
 * The ad server that wrote the log: a sample of the ads that may be shown, an old model's P(click) with its errors, a
 * generalised second-price auction on bid times P(click), and one place in a hundred given away at random. Given the
 * candidates the policy is deterministic but for that exploration, so its propensities are exact.
 */
import { secondPrice } from "@/lib/evaluation/auction";
import { normalQuantile } from "@/lib/evaluation/normal";
import type { Random } from "@/lib/random";
import type { AdsCounters } from "./counters";
import type { Decision } from "./log-builder";
import { audienceOf, indexOfHour, isRunning, type TargetingIndex, type TargetingWorld } from "./targeting";
import { type AdRequest, FEED, FEED_POSITIONS, SIDE } from "./types";
import { positionsOf } from "./visits";

/** Ads drawn for each request, and draws at most to find them. */
export const CANDIDATES = 32;
const MOST_DRAWS = 400;
export const EXPLORATION = 0.01;
export const RESERVE_PRICE = 0.02;
/** Standard deviation of the old model's errors, in logits: drawn anew for each request and ad. */
const MODEL_ERROR = 0.5;
const SIDE_RATE = 0.1;
const NORMAL_LEVELS = 1024;

/** Normal draws as quantiles of equal probability: millions of draws a world. */
const normalTable = Float64Array.from({ length: NORMAL_LEVELS }, (_, i) =>
  normalQuantile((i + 0.5) / NORMAL_LEVELS),
);

export class LoggingPolicy {
  private readonly ads = new Int32Array(CANDIDATES);
  private readonly rates = new Float64Array(CANDIDATES);
  private readonly scores = new Float64Array(CANDIDATES);
  private readonly isOut = new Uint8Array(CANDIDATES);
  private count = 0;
  /** Per place of the hour's list: the last request that drew it, counted within the hour. */
  private drawnBy = new Int32Array(0);
  private visit = 0;
  private readonly adRates: Float64Array;
  private readonly rateHours: Int32Array;
  private hour = -1;
  private targeting: TargetingIndex;

  constructor(
    private readonly world: TargetingWorld,
    private readonly counters: AdsCounters,
    private readonly pacing: Float64Array,
    private readonly random: Random,
  ) {
    this.targeting = indexOfHour(world.catalogue, 0);
    const { size } = world.catalogue.creatives;
    this.adRates = new Float64Array(size);
    this.rateHours = new Int32Array(size).fill(-1);
  }

  /** The list of ads and their rates are renewed every hour. */
  startHour(hour: number): void {
    this.hour = hour;
    this.targeting = indexOfHour(this.world.catalogue, hour);
    this.drawnBy = new Int32Array(this.targeting.ads.length);
    this.visit = 0;
  }

  /** Fills the page of a request, from the first position of the feed to the last of the side column. */
  decide(request: AdRequest): Decision[] {
    this.drawCandidates(request);
    const decisions: Decision[] = [];
    for (let place = 0; place < positionsOf(request.device); place++) {
      const decision = this.fill(place);
      if (!decision) break;
      decisions.push(decision);
    }
    return decisions;
  }

  /** Ads drawn evenly among those that may be shown, until there are enough; then what the old model thinks of them. */
  private drawCandidates(request: AdRequest): void {
    const { world, counters, random, targeting } = this;
    const { catalogue } = world;
    const audience = audienceOf(world, request);
    this.count = 0;
    this.visit++;
    const { ads } = targeting;
    const goal = Math.min(CANDIDATES, ads.length);
    for (let draw = 0; draw < MOST_DRAWS && this.count < goal; draw++) {
      const place = random.integer(ads.length);
      if (this.drawnBy[place] === this.visit) continue;
      this.drawnBy[place] = this.visit;
      if (!targeting.isTargeted(place, audience) || !targeting.isAllowed(place, audience)) continue;
      const ad = ads[place] as number;
      const campaign = catalogue.creatives.campaign[ad] as number;
      if (
        !isRunning(catalogue, ad, request.day) ||
        counters.budgetLeft(campaign, request.day) <= 0 ||
        random.next() >= (this.pacing[campaign] as number)
      )
        continue;
      const error = MODEL_ERROR * (normalTable[random.integer(NORMAL_LEVELS)] as number);
      const rate = this.rateOf(ad) * Math.exp(error - MODEL_ERROR ** 2 / 2);
      this.ads[this.count] = ad;
      this.rates[this.count] = rate;
      this.scores[this.count] = rate * (catalogue.campaigns.bid[campaign] as number);
      this.isOut[this.count] = 0;
      this.count++;
    }
  }

  /**
   * The old model: the smoothed rate of the ad, which leans on that of its advertiser, which leans on that of its
   * category. It knows nothing of the person or the page.
   */
  private rateOf(ad: number): number {
    if (this.rateHours[ad] === this.hour) return this.adRates[ad] as number;
    const { campaigns, advertisers, creatives } = this.world.catalogue;
    const advertiser = campaigns.advertiser[creatives.campaign[ad] as number] as number;
    const category = this.counters.categoryRate(advertisers.category[advertiser] as number);
    const rate = this.counters.adRate(ad, this.counters.advertiserRate(advertiser, category));
    this.adRates[ad] = rate;
    this.rateHours[ad] = this.hour;
    return rate;
  }

  /** Fills one place; undefined when no candidate is left. */
  private fill(place: number): Decision | undefined {
    const { ads, scores, isOut, random } = this;
    let left = 0;
    let best = -1;
    let next = -1;
    for (let i = 0; i < this.count; i++) {
      if (isOut[i] === 1) continue;
      left++;
      if (best < 0 || (scores[i] as number) > (scores[best] as number)) {
        next = best;
        best = i;
      } else if (next < 0 || (scores[i] as number) > (scores[next] as number)) next = i;
    }
    if (best < 0) return undefined;
    const explored = random.next() < EXPLORATION;
    const chosen = explored ? this.pickLeft(random.integer(left)) : best;
    const ad = ads[chosen] as number;
    const campaign = this.world.catalogue.creatives.campaign[ad] as number;
    const slot = place < FEED_POSITIONS ? FEED : SIDE;
    const rate = this.rates[chosen] as number;
    const nextScore = explored || next < 0 ? 0 : (scores[next] as number);
    const bid = this.world.catalogue.campaigns.bid[campaign] as number;
    this.leaveOut(campaign);
    return {
      ad,
      slot,
      position: slot === FEED ? place + 1 : place + 1 - FEED_POSITIONS,
      explored,
      propensity: EXPLORATION / left + (chosen === best ? 1 - EXPLORATION : 0),
      candidates: left,
      predictedClick: slot === FEED ? rate : rate * SIDE_RATE,
      pricePerClick: secondPrice(bid, rate, nextScore, RESERVE_PRICE),
    };
  }

  /** Candidate number `rank` of those that are left. */
  private pickLeft(rank: number): number {
    let i = 0;
    for (let skipped = 0; ; i++) if (this.isOut[i] === 0 && skipped++ === rank) return i;
  }

  /** An advertiser appears once a page. */
  private leaveOut(campaign: number): void {
    const { campaigns, creatives } = this.world.catalogue;
    const advertiser = campaigns.advertiser[campaign] as number;
    for (let i = 0; i < this.count; i++) {
      const other = campaigns.advertiser[creatives.campaign[this.ads[i] as number] as number];
      if (other === advertiser) this.isOut[i] = 1;
    }
  }
}
