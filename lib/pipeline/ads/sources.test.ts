// @vitest-environment node
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { audienceOf, TargetingIndex } from "@/lib/worlds/ads/targeting";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { createAdsWorld } from "@/lib/worlds/ads/world";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import { createAdShelf, pairFeatures } from "./ad-shelf";
import { createDayRequests, spreadRequests } from "./day-requests";
import { DEFAULT_ENCODER, hashCode, learnEncoder } from "./encoder";
import { worldConfig } from "./engine";
import { LightScorer } from "./light-scorer";
import { createAdModel } from "./models";
import { PostingLists } from "./posting-lists";
import { NUMBER_COUNT, readRows, rowsBetween, thinRows } from "./rows";

describe("sources and the light ranker on a small world", () => {
  let world: AdsWorld;
  beforeAll(() => {
    world = createAdsWorld(worldConfig({ seed: 5, impressions: 8_000 }));
  });

  it("finds by posting lists exactly the ads whose rules admit the request", () => {
    const requests = createDayRequests(world);
    const shelf = createAdShelf(world, requests.at(0));
    const lists = new PostingLists(world, shelf.ads);
    const targeting = new TargetingIndex(world.catalogue, shelf.ads);
    for (const number of spreadRequests(requests, 40)) {
      const request = requests.at(number);
      const audience = audienceOf(world, request);
      const expected = Array.from(shelf.ads.keys()).filter((place) => targeting.isTargeted(place, audience));
      expect(Array.from(lists.search(request, shelf.ads.length))).toEqual(expected);
      expect(Array.from(lists.search(request, 7))).toEqual(expected.slice(0, 7));
    }
  });

  it("scores an ad in pieces as the model scores it whole, where the pair has no numbers", () => {
    const requests = createDayRequests(world);
    const shelf = createAdShelf(world, requests.at(0));
    const sizes = categoricalSizes(world);
    const rows = readRows(world, thinRows(rowsBetween(world, 0, 10), 500));
    const pairNumbers = [3, 10, 11];
    const options = {
      ...DEFAULT_ENCODER,
      hashBits: 8,
      crosses: true,
      without: pairNumbers,
      missing: "mean",
    } as const;
    const encoder = learnEncoder(sizes, options, rows);
    const model = createAdModel("logistic-regression-crosses", encoder.shape, 4, createRandom(1));
    const draws = createRandom(2);
    for (const [, values] of model.dense.entries())
      for (let i = 0; i < values.length; i++) values[i] = draws.normal();
    const light = new LightScorer(model, encoder, sizes, shelf.features);
    // The age of an ad moves during the day: both sides look at its beginning.
    const request = { ...requests.at(3), day: shelf.day };
    const scoreOf = light.forRequest(pairFeatures(world, request, shelf.ads.subarray(0, 1)));
    const places = [0, 1, 5, 20];
    const ads = Int32Array.from(places, (place) => shelf.ads[place] as number);
    const input = encoder.encode(pairFeatures(world, request, ads));
    const weights = new Map(model.dense.entries());
    for (const [i, place] of places.entries()) {
      let whole = weights.get("bias")?.[0] ?? 0;
      for (let f = 0; f < encoder.fields.length; f++)
        whole += weights.get("linear")?.[input.fieldRows[i * encoder.fields.length + f] as number] ?? 0;
      for (let d = 0; d < encoder.denseFeatures; d++)
        whole +=
          (weights.get("linear-dense")?.[d] ?? 0) * (input.dense[i * encoder.denseFeatures + d] as number);
      expect(scoreOf(place)).toBeCloseTo(whole, 4);
    }
  });

  it("keeps missing numbers apart: the mean with a flag, or a bucket of their own", () => {
    const sizes = categoricalSizes(world);
    const rows = readRows(world, thinRows(rowsBetween(world, 0, 10), 400));
    const row = Array.from({ length: rows.count }, (_, i) => i).find((i) =>
      Number.isNaN(rows.numbers[i * NUMBER_COUNT + 14] as number),
    );
    expect(row).toBeDefined();
    const flagged = learnEncoder(sizes, { ...DEFAULT_ENCODER, hashBits: 8, crosses: false }, rows);
    const { dense } = flagged.encode(rows);
    const at = (row ?? 0) * flagged.denseFeatures;
    expect(dense[at + 14]).toBe(0);
    expect(dense[at + flagged.denseNames.indexOf("Price in the ad is missing")]).toBe(1);
    const bucketed = learnEncoder(
      sizes,
      { ...DEFAULT_ENCODER, hashBits: 8, crosses: false, missing: "bucket" },
      rows,
    );
    expect(bucketed.fields.length).toBeGreaterThan(flagged.fields.length);
    expect(Math.max(...bucketed.encode(rows).fieldRows)).toBeLessThan(bucketed.tableRows);
  });

  it("sends the same code of two fields to different rows", () => {
    const rows = new Set(Array.from({ length: 50 }, (_, field) => hashCode(field, 3) % 4096));
    expect(rows.size).toBeGreaterThan(45);
  });
});
