/** Draws the requests of the log: people visit sites that suit them, at waking hours, and read a few pages each time. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import { type AdRequest, type AdsRequests, type AdsSites, FEED_POSITIONS, SIDE_POSITIONS } from "./types";
import type { Habits } from "./users";
import {
  DEVICE_SHARES,
  DEVICES,
  INTERESTS,
  SITE_CATEGORIES,
  SITE_CATEGORY_SHARES,
  SITE_INTERESTS,
} from "./vocabulary";

/** Share of a day's requests by local hour. */
const HOUR_WEIGHTS = [
  18, 10, 6, 4, 4, 7, 18, 34, 44, 46, 46, 48, 56, 54, 48, 48, 50, 54, 62, 70, 76, 74, 60, 38,
];
const HOURS = 24;
const MAIN_DEVICE_SHARE = 0.75;
/** Chance of one more page in the same visit. */
const NEXT_PAGE = 0.62;
const LONGEST_VISIT = 12;
const MINUTES_PER_PAGE = 2.5;
/** A site category of the first interest is so many times as attractive as another; of the second interest, fewer. */
const FIRST_PULL = 4;
const SECOND_PULL = 2.5;

const hourSums = cumulative(HOUR_WEIGHTS);

/** Share of a day's requests that came before the moment: what an even spend follows. */
export function trafficShareUntil(day: number): number {
  const hours = (day - Math.floor(day)) * HOURS;
  const hour = Math.floor(hours);
  const before = hour === 0 ? 0 : (hourSums[hour - 1] as number);
  return (before + (hours - hour) * (HOUR_WEIGHTS[hour] as number)) / (hourSums[HOURS - 1] as number);
}

/** Positions on a page: a television and a phone have no side column. */
export const sidePositionsOf = (device: number): number =>
  DEVICES[device] === "desktop" || DEVICES[device] === "tablet" ? SIDE_POSITIONS : 0;
export const positionsOf = (device: number): number => FEED_POSITIONS + sidePositionsOf(device);

export type VisitWorld = {
  readonly sites: AdsSites;
  readonly habits: Habits;
  readonly truth: { readonly userInterest: Uint8Array; readonly userSecondInterest: Uint8Array };
};

/** How attractive each site category is to somebody of two interests. */
const siteWeights = (first: number, second: number): number[] =>
  SITE_CATEGORY_SHARES.map((share, category) => {
    const interests = SITE_INTERESTS[category] ?? [];
    return share * (interests.includes(first) ? FIRST_PULL : interests.includes(second) ? SECOND_PULL : 1);
  });

/** One visit at a time: `drawVisit(day)` begins on that day. */
export function createVisitSource({ sites, habits, truth }: VisitWorld, random: Random) {
  const userSums = cumulative(habits.activity);
  const deviceSums = cumulative(DEVICE_SHARES);
  const siteRows = SITE_CATEGORIES.map((_, category) =>
    Array.from(sites.category.keys()).filter((site) => sites.category[site] === category),
  );
  const siteSums = siteRows.map((rows) => cumulative(rows.map((_, rank) => 1 / (rank + 2) ** 0.9)));
  /** Running sums of the site categories' weights, per pair of interests. */
  const categorySums = new Map<number, Float64Array>();

  function drawSite(user: number): number {
    const first = truth.userInterest[user] as number;
    const second = truth.userSecondInterest[user] as number;
    const pair = first * INTERESTS.length + second;
    let sums = categorySums.get(pair);
    if (!sums) {
      sums = cumulative(siteWeights(first, second));
      categorySums.set(pair, sums);
    }
    const category = drawFrom(sums, random);
    return (siteRows[category] as number[])[drawFrom(siteSums[category] as Float64Array, random)] as number;
  }

  return function drawVisit(day: number) {
    const user = drawFrom(userSums, random);
    const isMain = random.next() < MAIN_DEVICE_SHARE;
    const device = isMain ? (habits.mainDevice[user] as number) : drawFrom(deviceSums, random);
    const moment = day + (drawFrom(hourSums, random) + random.next()) / HOURS;
    let pages = 1;
    while (pages < LONGEST_VISIT && random.next() < NEXT_PAGE) pages++;
    return { user, site: drawSite(user), device, moment, pages };
  };
}

/** As many requests as offer `impressions` positions, an equal number of positions every day, in the order of time. */
export function createRequests(
  world: VisitWorld,
  impressions: number,
  days: number,
  random: Random,
): AdsRequests {
  const drawVisit = createVisitSource(world, random);
  const requests: AdRequest[] = [];
  for (let today = 0, offered = 0; today < days; today++) {
    while (offered < ((today + 1) * impressions) / days) {
      const { user, site, device, moment, pages } = drawVisit(today);
      let day = moment;
      for (let pageDepth = 1; pageDepth <= pages; pageDepth++) {
        // A visit that crosses the last midnight ends with the log.
        requests.push({ user, site, device, day: Math.min(day, days - 1e-6), pageDepth });
        day += (MINUTES_PER_PAGE * (0.5 + random.next())) / (HOURS * 60);
        offered += positionsOf(device);
      }
    }
  }
  requests.sort((a, b) => a.day - b.day);
  return {
    size: requests.length,
    user: Int32Array.from(requests, ({ user }) => user),
    site: Uint16Array.from(requests, ({ site }) => site),
    device: Uint8Array.from(requests, ({ device }) => device),
    day: Float64Array.from(requests, ({ day }) => day),
    pageDepth: Uint8Array.from(requests, ({ pageDepth }) => pageDepth),
  };
}

/** Request `row` of the log. */
export const requestAt = (requests: AdsRequests, row: number): AdRequest => ({
  user: requests.user[row] as number,
  site: requests.site[row] as number,
  device: requests.device[row] as number,
  day: requests.day[row] as number,
  pageDepth: requests.pageDepth[row] as number,
});
