/**
 * The candidates of a request: ads drawn evenly among those that may be shown, without looking at all of them, and what
 * the old model thinks of each. One block of random words serves many draws: a world makes some thirty million.
 */
import type { Random } from "@/lib/random";
import { createNormalTable, createWordStream, NORMAL_MASK, UNIT, type WordStream } from "../words";
import type { AdsCounters } from "./counters";
import { MODEL_ERROR, type OldModel } from "./old-model";
import { audienceOf, indexOfHour, isRunning, type TargetingIndex, type TargetingWorld } from "./targeting";
import type { AdRequest } from "./types";

/** Ads drawn for each request, and draws at most to find them. */
export const CANDIDATES = 32;
const MOST_DRAWS = 400;
const BLOCK_WORDS = 1 << 12;

export class Candidates {
  readonly ads = new Int32Array(CANDIDATES);
  /** P(click) in the feed by the old model, its error included. */
  readonly rates = new Float64Array(CANDIDATES);
  /** Bid times rate. */
  readonly scores = new Float64Array(CANDIDATES);
  /** 1 for a candidate that may not be shown any more on this page. */
  readonly isOut = new Uint8Array(CANDIDATES);
  count = 0;
  private targeting: TargetingIndex;
  /** Per place of the hour's list: the last request that drew it, counted within the hour. */
  private drawnBy = new Int32Array(0);
  private request = 0;
  private readonly fillBlock: WordStream;
  private readonly block = new Uint32Array(BLOCK_WORDS);
  private nextWord = BLOCK_WORDS;
  /** exp(error), with mean 1. */
  private readonly errorFactors = createNormalTable().map((z) =>
    Math.exp(MODEL_ERROR * z - MODEL_ERROR ** 2 / 2),
  );

  constructor(
    private readonly world: TargetingWorld,
    private readonly counters: AdsCounters,
    private readonly model: OldModel,
    private readonly pacing: Float64Array,
    random: Random,
  ) {
    this.targeting = indexOfHour(world.catalogue, 0);
    this.fillBlock = createWordStream(random);
  }

  /** The list of running ads is renewed every hour. */
  startHour(hour: number): void {
    this.targeting = indexOfHour(this.world.catalogue, hour);
    this.drawnBy = new Int32Array(this.targeting.ads.length);
    this.request = 0;
    this.model.startHour(hour);
  }

  draw(request: AdRequest): void {
    const { targeting, drawnBy } = this;
    const { ads } = targeting;
    const audience = audienceOf(this.world, request);
    const goal = Math.min(CANDIDATES, ads.length);
    this.count = 0;
    this.request++;
    for (let draw = 0; draw < MOST_DRAWS && this.count < goal; draw++) {
      const place = Math.floor(this.word() * UNIT * ads.length);
      if (drawnBy[place] === this.request) continue;
      drawnBy[place] = this.request;
      if (targeting.isEligible(place, audience)) this.admit(ads[place] as number, request.day);
    }
  }

  /** Takes an ad in when it runs, has budget left, and its pacing lets it enter this auction. */
  private admit(ad: number, day: number): void {
    const { catalogue } = this.world;
    const campaign = catalogue.creatives.campaign[ad] as number;
    if (!isRunning(catalogue, ad, day) || this.counters.budgetLeft(campaign, day) <= 0) return;
    if (this.word() * UNIT >= (this.pacing[campaign] as number)) return;
    const error = this.errorFactors[this.word() & NORMAL_MASK] as number;
    const rate = this.model.rateOf(ad) * error;
    this.ads[this.count] = ad;
    this.rates[this.count] = rate;
    this.scores[this.count] = rate * (catalogue.campaigns.bid[campaign] as number);
    this.isOut[this.count] = 0;
    this.count++;
  }

  private word(): number {
    if (this.nextWord === BLOCK_WORDS) {
      this.fillBlock(this.block);
      this.nextWord = 0;
    }
    return this.block[this.nextWord++] as number;
  }
}
