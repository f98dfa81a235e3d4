/**
 * Runs the log's requests in the order of time: the policy fills each page, people respond, counters and budgets move.
 * Nothing in the result but its truth says what only the simulator knows.
 */
import { nextPacing } from "@/lib/evaluation/auction";
import type { Random } from "@/lib/random";
import { type BehaviourWorld, trueProbabilities } from "./behaviour";
import type { AdsCounters } from "./counters";
import { drawClickDelay, drawConversionDelay } from "./delays";
import { NUMERIC_FEATURES } from "./features";
import { type Decision, LogBuilder, type Outcome } from "./log-builder";
import { LoggingPolicy } from "./logging-policy";
import type { AdRequest, AdsLog, AdsLogTruth, AdsRequests, AdsUsers } from "./types";
import { requestAt, trafficShareUntil } from "./visits";
import { writeNumericFeatures } from "./write-features";

const HOURS = 24;
/** Clicks by machines, per impression: about one in forty clicks. */
const INVALID_CLICK_RATE = 0.0002;

export type SimulatedWorld = BehaviourWorld & { readonly users: AdsUsers; readonly requests: AdsRequests };

class Simulation {
  private readonly builder: LogBuilder;
  private readonly policy: LoggingPolicy;
  private readonly pacing: Float64Array;
  private hour = -1;

  constructor(
    private readonly world: SimulatedWorld,
    private readonly counters: AdsCounters,
    capacity: number,
    private readonly random: Random,
  ) {
    this.builder = new LogBuilder(capacity);
    this.pacing = new Float64Array(world.catalogue.campaigns.size).fill(1);
    this.policy = new LoggingPolicy(world, counters, this.pacing, random.fork("policy"));
  }

  serve(row: number): void {
    const request = requestAt(this.world.requests, row);
    const hour = Math.floor(request.day * HOURS);
    if (hour > this.hour) this.startHour(hour);
    for (const decision of this.policy.decide(request)) this.show(row, request, decision);
  }

  finish = (): { log: AdsLog; truth: AdsLogTruth } => this.builder.finish();

  /** The hourly jobs: join clicks, renew what the policy knows, look at the spend. */
  private startHour(hour: number): void {
    this.hour = hour;
    this.counters.join(this.world.requests, this.builder.log, hour / HOURS);
    this.policy.startHour(hour);
    const elapsed = trafficShareUntil(hour / HOURS);
    for (let c = 0; c < this.pacing.length; c++) {
      const spent = 1 - this.counters.budgetLeft(c, hour / HOURS);
      this.pacing[c] = nextPacing(this.pacing[c] as number, spent, elapsed);
    }
  }

  private show(row: number, request: AdRequest, decision: Decision): void {
    const { world, counters, builder } = this;
    const { ad } = decision;
    const campaign = world.catalogue.creatives.campaign[ad] as number;
    const views = counters.frequency(request.user, campaign);
    const { viewable, clickGivenViewable, conversion } = trueProbabilities(
      world,
      request,
      ad,
      decision,
      views,
    );
    const offset = builder.log.size * NUMERIC_FEATURES.length;
    writeNumericFeatures(world, counters, request, ad, builder.log.numeric, offset);
    const outcome = this.respond(viewable, clickGivenViewable, conversion);
    builder.push(row, decision, outcome, { viewable, click: clickGivenViewable, conversion });
    counters.addView(request.user, campaign, request.day);
    if (outcome.clicked) counters.charge(campaign, request.day, decision.pricePerClick);
  }

  private respond(viewable: number, click: number, conversion: number): Outcome {
    const { random } = this;
    const isViewable = random.next() < viewable;
    const clicked = isViewable && random.next() < click;
    const converted = clicked && random.next() < conversion;
    return {
      viewable: isViewable,
      clicked,
      clickDelaySeconds: clicked ? drawClickDelay(random) : Number.NaN,
      invalidClicked: !clicked && random.next() < INVALID_CLICK_RATE,
      converted,
      conversionDelaySeconds: converted ? drawConversionDelay(random) : Number.NaN,
    };
  }
}

/** Requests between two chances to stop: about a hundredth of a second. */
const REQUESTS_PER_YIELD = 500;

/** Yields the finished share. `capacity`: positions that the requests offer. */
export function* simulateLog(
  world: SimulatedWorld,
  counters: AdsCounters,
  capacity: number,
  random: Random,
): Generator<number, { log: AdsLog; truth: AdsLogTruth }> {
  const simulation = new Simulation(world, counters, capacity, random);
  for (let row = 0; row < world.requests.size; row++) {
    if (row % REQUESTS_PER_YIELD === 0) yield row / world.requests.size;
    simulation.serve(row);
  }
  yield 1;
  const { log, truth } = simulation.finish();
  counters.join(world.requests, log, world.config.days);
  return { log, truth };
}
