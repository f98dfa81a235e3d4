/**
 * Runs the searches in the order of time: people come with a query, get a page of one of the two rankers, click and buy, and
 * without a click often try other words for the same thing.
 */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import { arrange } from "./arrangement";
import { attractionTo, clickByCascade, clickByPosition, outcomeOfClick, thriftOf } from "./behaviour";
import { type Groups, groupBy, rowsOf } from "./grouping";
import { RANKER_VERSIONS } from "./production-ranker";
import { Rankings, type SimulatedWorld } from "./rankings";
import { PAGE_SIZE, type SearchLog } from "./types";

const SHOPPERS = 12_000;
const LOGGED_OUT_SHARE = 0.4;
/** Tastes of logged-out people are those of their visit. */
const VISITOR_OFFSET = 1_000_000;
/** Chance to be served by what the page itself says: no click, and no wish for more. */
const GOOD_ABANDONMENT = 0.03;
const REFORMULATION = 0.35;
const NEXT_SEARCH = 0.3;
const SEARCHES_PER_YIELD = 5_000;

const emptyLog = (size: number): SearchLog => ({
  size,
  query: new Int32Array(size),
  session: new Int32Array(size),
  shopper: new Int32Array(size),
  day: new Float32Array(size),
  ranker: new Uint8Array(size),
  arrangement: new Uint8Array(size),
  swapPosition: new Uint8Array(size),
  product: new Int32Array(size * PAGE_SIZE).fill(-1),
  outcome: new Uint8Array(size * PAGE_SIZE),
});

/** Who searches now, and what. */
type Visit = { session: number; shopper: number; query: number };
class Simulation {
  readonly log: SearchLog;
  private readonly demand: Float64Array;
  private readonly byIntent: Groups;
  /** Places in the rankings, in the order of the page. */
  private readonly places = new Int32Array(PAGE_SIZE);
  private readonly attractions = new Float64Array(PAGE_SIZE);
  private readonly clicked = new Uint8Array(PAGE_SIZE);

  constructor(
    private readonly world: SimulatedWorld,
    private readonly rankings: Rankings,
    private readonly random: Random,
  ) {
    const { intents } = world.truth;
    this.log = emptyLog(world.config.searches);
    this.demand = cumulative(intents.share);
    this.byIntent = groupBy(intents.intent, intents.size);
  }

  newVisit(session: number): Visit {
    const { random } = this;
    const isLoggedOut = random.next() < LOGGED_OUT_SHARE;
    const shopper = Math.floor(SHOPPERS * random.next() ** 2);
    return { session, shopper: isLoggedOut ? -1 : shopper, query: drawFrom(this.demand, random) };
  }

  /** Fills row `row`; returns what the person does next, or null when the visit is over. */
  search(row: number, visit: Visit): Visit | null {
    const { world, rankings, log, random, places } = this;
    const day = (row / log.size) * world.config.days;
    const version = random.integer(RANKER_VERSIONS);
    const start = rankings.startOf(visit.query, version);
    const end = start + rankings.sizeOf(visit.query, version);
    let shown = 0;
    for (let at = start; at < end && shown < PAGE_SIZE; at++) {
      const listedDay = world.catalogue.listedDay[rankings.products[at] as number] as number;
      if (listedDay <= day) places[shown++] = at;
    }
    const { arrangement, swapPosition } = arrange(places, shown, random);
    log.query[row] = visit.query;
    log.session[row] = visit.session;
    log.shopper[row] = visit.shopper;
    log.day[row] = day;
    log.ranker[row] = version;
    log.arrangement[row] = arrangement;
    log.swapPosition[row] = swapPosition;
    for (let column = 0; column < shown; column++)
      log.product[row * PAGE_SIZE + column] = rankings.products[places[column] as number] as number;
    if (random.next() < GOOD_ABANDONMENT) return null;
    return this.next(visit, this.respond(row, visit, shown));
  }

  /** Writes the outcomes of the page in `places`; returns whether anything was clicked. */
  private respond(row: number, visit: Visit, shown: number): boolean {
    const { world, rankings, log, random, attractions, clicked, places } = this;
    const person = visit.shopper >= 0 ? visit.shopper : VISITOR_OFFSET + visit.session;
    const thrift = thriftOf(person);
    for (let column = 0; column < shown; column++) {
      const place = places[column] as number;
      const brand = world.catalogue.brand[log.product[row * PAGE_SIZE + column] as number] as number;
      const appeal = rankings.appeal[place] as number;
      attractions[column] = attractionTo(person, thrift, appeal, rankings.dearness[place] as number, brand);
    }
    if (world.config.clickModel === "pbm")
      clickByPosition(attractions, shown, world.truth.examination, clicked, random);
    else clickByCascade(attractions, shown, clicked, random);
    let isAny = false;
    for (let column = 0; column < shown; column++) {
      if (!clicked[column]) continue;
      isAny = true;
      const grade = rankings.grades[places[column] as number] as number;
      const at = row * PAGE_SIZE + column;
      log.outcome[at] = outcomeOfClick(world, log.product[at] as number, grade, random);
    }
    return isAny;
  }

  /** Another search of the same visit: other words after no click, another wish after one. */
  private next(visit: Visit, isClicked: boolean): Visit | null {
    const { random } = this;
    if (isClicked)
      return random.next() < NEXT_SEARCH ? { ...visit, query: drawFrom(this.demand, random) } : null;
    if (random.next() >= REFORMULATION) return null;
    const same = rowsOf(this.byIntent, this.world.truth.intents.intent[visit.query] as number);
    if (same.length < 2) return null;
    const choice = random.integer(same.length - 1);
    const query = same[same[choice] === visit.query ? same.length - 1 : choice] as number;
    return { ...visit, query };
  }
}

/** Yields the finished share; returns the log. `rankings` of the same world, when there are any, save most of the time. */
export function* simulateSearches(
  world: SimulatedWorld,
  random: Random,
  rankings = new Rankings(world),
): Generator<number, SearchLog> {
  const simulation = new Simulation(world, rankings, random);
  const { size } = simulation.log;
  let session = 0;
  let visit: Visit | null = null;
  for (let row = 0; row < size; row++) {
    if (row % SEARCHES_PER_YIELD === 0) yield row / size;
    visit = simulation.search(row, visit ?? simulation.newVisit(session++));
  }
  return simulation.log;
}
