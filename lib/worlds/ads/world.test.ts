import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { trueProbabilities } from "./behaviour";
import { CONVERTED_WITHIN_DAY, CONVERTED_WITHIN_HOUR, drawConversionDelay } from "./delays";
import { CATEGORICAL_FEATURES, NUMERIC_FEATURES } from "./features";
import { hashAdsWorld } from "./hash-world";
import { BASE_RATES } from "./intercepts";
import { audienceOf, indexOfHour } from "./targeting";
import { adTitle, advertiserName } from "./titles";
import { CLICK_WINDOW_SECONDS, DEFAULT_ADS_WORLD, FEED, SIDE } from "./types";
import { requestAt } from "./visits";
import { buildAdsWorld, createAdsWorld } from "./world";
import { categoricalSizes, writeCategoricalFeatures } from "./write-features";

const CONFIG = {
  ...DEFAULT_ADS_WORLD,
  impressions: 120_000,
  advertisers: 200,
  campaigns: 600,
  creatives: 2_000,
  users: 500,
  sites: 60,
};
const TINY = { ...CONFIG, impressions: 4_000, users: 80 };
const world = createAdsWorld(CONFIG);
const { log, truth, requests, catalogue, users, sites } = world;
const rows = Array.from({ length: log.size }, (_, row) => row);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const numericOf = (row: number, name: (typeof NUMERIC_FEATURES)[number]["name"]) =>
  log.numeric[row * NUMERIC_FEATURES.length + NUMERIC_FEATURES.findIndex((f) => f.name === name)] as number;
const requestOf = (row: number) => requestAt(requests, log.request[row] as number);
const campaignOf = (row: number) => catalogue.creatives.campaign[log.creative[row] as number] as number;

describe("the ads world", () => {
  it("is the same for the same seed and another for another", () => {
    const hash = hashAdsWorld(createAdsWorld(TINY));
    expect(hashAdsWorld(createAdsWorld(TINY))).toBe(hash);
    expect(hashAdsWorld(createAdsWorld({ ...TINY, seed: 12 }))).not.toBe(hash);
  });

  it("tells how far it is, from 0 to 1", () => {
    const building = buildAdsWorld(TINY);
    const fractions: number[] = [];
    for (let step = building.next(); !step.done; step = building.next()) fractions.push(step.value.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect([fractions[0], fractions.at(-1)]).toEqual([0, 1]);
  });

  it("has about as many impressions as it was asked for, in the order of time", () => {
    expect(log.size).toBeGreaterThan(0.97 * CONFIG.impressions);
    expect(log.size).toBeLessThan(1.01 * CONFIG.impressions);
    expect(
      rows.every((row) => row === 0 || (log.request[row] as number) >= (log.request[row - 1] as number)),
    ).toBe(true);
    const days = requests.day;
    expect(days.every((day, i) => i === 0 || day >= (days[i - 1] as number))).toBe(true);
    expect(days[days.length - 1]).toBeLessThan(CONFIG.days);
  });

  it("keeps its truth out of what is observed", () => {
    const observed = [
      catalogue.advertisers,
      catalogue.campaigns,
      catalogue.creatives,
      users,
      sites,
      requests,
      log,
    ];
    const names = observed.flatMap((table) => Object.keys(table));
    for (const name of Object.keys(truth).filter((key) => key !== "log" && key !== "landingSeconds"))
      expect(names).not.toContain(name);
    const hidden = rows.filter((row) => users.optedOut[requestOf(row).user] === 1);
    const tracked = NUMERIC_FEATURES.filter(({ missing }) => missing === "opted-out");
    expect(hidden.every((row) => tracked.every(({ name }) => Number.isNaN(numericOf(row, name))))).toBe(true);
    expect(hidden.length / log.size).toBeGreaterThan(0.2);
    expect(hidden.length / log.size).toBeLessThan(0.4);
  });
});

describe("clicks", () => {
  it("come at the base rates of the slots, in the truth and in the log", () => {
    for (const slot of [FEED, SIDE]) {
      const shown = rows.filter((row) => log.slot[row] === slot);
      const expected = mean(
        shown.map((row) => (truth.log.viewable[row] as number) * (truth.log.click[row] as number)),
      );
      expect(expected / (BASE_RATES[slot] ?? 0)).toBeGreaterThan(0.7);
      expect(expected / (BASE_RATES[slot] ?? 0)).toBeLessThan(1.4);
      const observed = mean(shown.map((row) => log.clicked[row] as number));
      const standardError = Math.sqrt(expected / shown.length);
      expect(Math.abs(observed - expected)).toBeLessThan(4 * standardError);
    }
  });

  it("need a viewable impression and come within the window, a few of them late", () => {
    const clicked = rows.filter((row) => log.clicked[row] === 1);
    expect(clicked.every((row) => log.viewable[row] === 1)).toBe(true);
    const delays = clicked.map((row) => log.clickDelaySeconds[row] as number);
    expect(Math.max(...delays)).toBeLessThan(CLICK_WINDOW_SECONDS);
    const late = delays.filter((delay) => delay > 120).length / delays.length;
    expect(late).toBeGreaterThan(0.07);
    expect(late).toBeLessThan(0.2);
    expect(rows.every((row) => log.clicked[row] === 1 || Number.isNaN(log.clickDelaySeconds[row]))).toBe(
      true,
    );
  });

  it("have the probability that the truth gives to the same request, ad and place", () => {
    const row = rows.find((r) => numericOf(r, "campaignFrequency") > 0) ?? 0;
    const placement = { slot: log.slot[row] as number, position: log.position[row] as number };
    const ad = log.creative[row] as number;
    const views = numericOf(row, "campaignFrequency");
    const judged = trueProbabilities(world, requestOf(row), ad, placement, views);
    expect(judged.clickGivenViewable).toBeCloseTo(truth.log.click[row] as number, 6);
    expect(judged.viewable).toBeCloseTo(truth.log.viewable[row] as number, 6);
    expect(judged.click).toBeCloseTo(judged.viewable * judged.clickGivenViewable, 12);
    const worse = trueProbabilities(world, requestOf(row), ad, { slot: SIDE, position: 2 }, views);
    expect(worse.click).toBeLessThan(judged.click);
  });
});

describe("the marketplace", () => {
  it("shows only ads that run, target the request and are allowed", () => {
    for (const row of rows.filter((r) => r % 50 === 0)) {
      const request = requestOf(row);
      const index = indexOfHour(catalogue, Math.floor(request.day * 24));
      const ad = log.creative[row] as number;
      expect(index.targetedAds(world, request)).toContain(ad);
      expect(index.isAllowed(index.ads.indexOf(ad), audienceOf(world, request))).toBe(true);
    }
  });

  it("tests targeting and policy at once as it tests them one by one", () => {
    const request = requestAt(requests, 100);
    const index = indexOfHour(catalogue, Math.floor(request.day * 24));
    const audience = audienceOf(world, request);
    const places = Array.from(index.ads.keys());
    const both = places.filter(
      (place) => index.isTargeted(place, audience) && index.isAllowed(place, audience),
    );
    expect(places.filter((place) => index.isEligible(place, audience))).toEqual(both);
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(places.length);
  });

  it("never charges more than the bid, nor spends a day's budget by more than the last click", () => {
    const spent = new Map<string, number>();
    for (const row of rows.filter((r) => log.clicked[r] === 1)) {
      const campaign = campaignOf(row);
      const day = `${campaign}/${Math.floor(requestOf(row).day)}`;
      const price = log.pricePerClick[row] as number;
      expect(price).toBeLessThanOrEqual(catalogue.campaigns.bid[campaign] as number);
      expect(spent.get(day) ?? 0).toBeLessThan(catalogue.campaigns.dailyBudget[campaign] as number);
      spent.set(day, (spent.get(day) ?? 0) + price);
    }
  });

  it("gives a fifth of its impressions to ads that are younger than a day, and one in a hundred to chance", () => {
    const fresh = mean(rows.map((row) => Number(numericOf(row, "adAge") < 24)));
    expect(fresh).toBeGreaterThan(0.15);
    expect(fresh).toBeLessThan(0.27);
    expect(mean(Array.from(log.explored))).toBeCloseTo(0.01, 2);
  });

  it("shows an advertiser once a page", () => {
    const seen = new Set(
      rows.map((row) => `${log.request[row]}/${catalogue.campaigns.advertiser[campaignOf(row)]}`),
    );
    expect(seen.size).toBe(log.size);
  });

  it("writes titles of the length that it says, and names for everybody", () => {
    for (let ad = 0; ad < 200; ad++)
      expect(adTitle(catalogue, ad)).toHaveLength(catalogue.creatives.titleLength[ad] as number);
    const names = Array.from({ length: 200 }, (_, advertiser) => advertiserName(catalogue, advertiser));
    expect(names.every((name) => /^[A-Z][a-z]+ [A-Z]/.test(name))).toBe(true);
    expect(new Set(names).size).toBeGreaterThan(190);
  });
});

describe("features", () => {
  it("stay within their codes, and number as many as they have names", () => {
    const sizes = categoricalSizes(world);
    const codes = new Int32Array(CATEGORICAL_FEATURES.length);
    for (const row of rows.filter((r) => r % 20 === 0)) {
      const placement = { slot: log.slot[row] as number, position: log.position[row] as number };
      writeCategoricalFeatures(world, requestOf(row), log.creative[row] as number, placement, codes, 0);
      expect(codes.every((code, i) => code >= 0 && code < (sizes[i] ?? 0))).toBe(true);
    }
    expect(NUMERIC_FEATURES.length).toBeGreaterThanOrEqual(13);
    expect(CATEGORICAL_FEATURES.length).toBeGreaterThanOrEqual(10);
  });

  it("miss values for the reason they name, and for no other", () => {
    for (const { name, missing } of NUMERIC_FEATURES) {
      const share = mean(rows.map((row) => Number(Number.isNaN(numericOf(row, name)))));
      if (missing === null) expect(share).toBe(0);
      else expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.9);
    }
  });

  it("know no click before its window has closed", () => {
    // In the first half hour nothing can have been joined, so all rates are the prior.
    const early = rows.filter((row) => requestOf(row).day < 1 / 24);
    expect(early.length).toBeGreaterThan(5);
    expect(new Set(early.map((row) => numericOf(row, "advertiserCtr"))).size).toBe(1);
    expect(early.every((row) => Number.isNaN(numericOf(row, "adCtr")))).toBe(true);
  });
});

describe("conversions", () => {
  it("take an hour, a day or up to a month, in the shares that are reported", () => {
    const random = createRandom(3);
    const delays = Array.from({ length: 20_000 }, () => drawConversionDelay(random));
    expect(mean(delays.map((delay) => Number(delay < 3_600)))).toBeCloseTo(CONVERTED_WITHIN_HOUR, 1);
    expect(mean(delays.map((delay) => Number(delay < 86_400)))).toBeCloseTo(CONVERTED_WITHIN_DAY, 1);
    expect(Math.max(...delays)).toBeLessThanOrEqual(30 * 86_400);
  });

  it("follow clicks only", () => {
    expect(rows.every((row) => log.converted[row] === 0 || log.clicked[row] === 1)).toBe(true);
    expect(
      mean(rows.filter((row) => log.clicked[row] === 1).map((row) => log.converted[row] as number)),
    ).toBeGreaterThan(0.03);
  });
});
