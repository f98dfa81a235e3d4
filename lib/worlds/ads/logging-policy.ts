/**
 * The ad server that wrote the log: a sample of the ads that may be shown, an old model's P(click) with its errors, a
 * generalised second-price auction on bid times P(click), and one place in a hundred given away at random. Given the
 * candidates the policy is deterministic but for that exploration, so its propensities are exact.
 */
import { secondPrice } from "@/lib/evaluation/auction";
import type { Random } from "@/lib/random";
import { Candidates } from "./candidates";
import type { AdsCounters } from "./counters";
import type { Decision } from "./log-builder";
import { OldModel } from "./old-model";
import type { TargetingWorld } from "./targeting";
import { type AdRequest, FEED, FEED_POSITIONS, SIDE } from "./types";
import { positionsOf } from "./visits";

export const EXPLORATION = 0.01;
export const RESERVE_PRICE = 0.02;
/** Rate of the side column relative to the feed, in the old model's eyes. */
const SIDE_RATE = 0.1;

export class LoggingPolicy {
  private readonly candidates: Candidates;

  /** `pacing`: per campaign, the share of auctions that it enters; read at each request. */
  constructor(
    private readonly world: TargetingWorld,
    counters: AdsCounters,
    pacing: Float64Array,
    private readonly random: Random,
  ) {
    const model = new OldModel(world.catalogue, counters);
    this.candidates = new Candidates(world, counters, model, pacing, random.fork("candidates"));
  }

  startHour = (hour: number): void => this.candidates.startHour(hour);

  /** Fills the page of a request, from the first position of the feed to the last of the side column. */
  decide(request: AdRequest): Decision[] {
    this.candidates.draw(request);
    const decisions: Decision[] = [];
    for (let place = 0; place < positionsOf(request.device); place++) {
      const decision = this.fill(place);
      if (!decision) break;
      decisions.push(decision);
    }
    return decisions;
  }

  /** Fills one place; undefined when no candidate is left. */
  private fill(place: number): Decision | undefined {
    const { random } = this;
    const { ads, rates, scores } = this.candidates;
    const best = this.bestLeft();
    if (best < 0) return undefined;
    const left = this.countLeft();
    const explored = random.next() < EXPLORATION;
    const chosen = explored ? this.pickLeft(random.integer(left)) : best;
    const ad = ads[chosen] as number;
    const campaign = this.world.catalogue.creatives.campaign[ad] as number;
    const slot = place < FEED_POSITIONS ? FEED : SIDE;
    const rate = rates[chosen] as number;
    this.leaveOut(campaign);
    const next = explored ? -1 : this.bestLeft();
    const nextScore = next < 0 ? 0 : (scores[next] as number);
    const bid = this.world.catalogue.campaigns.bid[campaign] as number;
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

  /** The candidate of the highest score that may still be shown, or -1. */
  private bestLeft(): number {
    const { scores, isOut, count } = this.candidates;
    let best = -1;
    for (let i = 0; i < count; i++)
      if (isOut[i] === 0 && (best < 0 || (scores[i] as number) > (scores[best] as number))) best = i;
    return best;
  }

  private countLeft(): number {
    const { isOut, count } = this.candidates;
    let left = 0;
    for (let i = 0; i < count; i++) if (isOut[i] === 0) left++;
    return left;
  }

  /** Candidate number `rank` of those that are left. */
  private pickLeft(rank: number): number {
    let i = 0;
    for (let skipped = 0; ; i++) if (this.candidates.isOut[i] === 0 && skipped++ === rank) return i;
  }

  /** An advertiser appears once a page. */
  private leaveOut(campaign: number): void {
    const { campaigns, creatives } = this.world.catalogue;
    const { ads, isOut, count } = this.candidates;
    const advertiser = campaigns.advertiser[campaign] as number;
    for (let i = 0; i < count; i++) {
      const other = campaigns.advertiser[creatives.campaign[ads[i] as number] as number];
      if (other === advertiser) isOut[i] = 1;
    }
  }
}
