import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createCatalogue } from "./catalogue";
import { CONTENT_SIZE, STYLE_SIZE } from "./types";
import { REGIONS, TOPICS } from "./vocabulary";

const LOGGED = 3_000;
function build(size: number, seed = 5) {
  const building = createCatalogue(size, LOGGED, 28, createRandom(seed));
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}

const { catalogue, truth } = build(9_000);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function correlation(a: readonly number[], b: readonly number[]) {
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)));
  const spread = (values: readonly number[], centre: number) => mean(values.map((v) => (v - centre) ** 2));
  return covariance / Math.sqrt(spread(a, meanA) * spread(b, meanB));
}
function cosine(table: Int8Array, width: number, a: number, b: number) {
  const [x, y] = [a, b].map((row) => table.subarray(row * width, (row + 1) * width));
  if (!x || !y) return 0;
  return x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0) / (Math.hypot(...x) * Math.hypot(...y));
}

describe("the catalogue", () => {
  it.each([LOGGED, 4_321])("has the same rows when it has %i videos", (size) => {
    const smaller = build(size);
    for (const name of [
      "topic",
      "creator",
      "uploadDay",
      "fingerprint",
      "blockedRegions",
      "content",
    ] as const) {
      const column = smaller.catalogue[name];
      expect(catalogue[name].subarray(0, column.length)).toEqual(column);
    }
    expect(truth.quality.subarray(0, size)).toEqual(smaller.truth.quality);
    expect(smaller.catalogue.loggedCreators).toBe(catalogue.loggedCreators);
  });

  it("logs everything when it is smaller than the log's catalogue", () => {
    const small = build(700).catalogue;
    expect([small.loggedSize, small.loggedCreators]).toEqual([700, small.creators]);
  });

  it("continues beyond the logged rows with old and new creators, daily uploads and copies of logged videos", () => {
    const unseen = Array.from({ length: 9_000 - LOGGED }, (_, i) => LOGGED + i);
    const share = (is: (row: number) => boolean) => unseen.filter(is).length / unseen.length;
    const newCreators = share((row) => (catalogue.creator[row] ?? 0) >= catalogue.loggedCreators);
    expect(newCreators).toBeGreaterThan(0.45);
    expect(newCreators).toBeLessThan(0.55);
    expect(Math.max(...catalogue.creator)).toBeLessThan(catalogue.creators);
    expect(share((row) => (catalogue.uploadDay[row] ?? 0) > 0)).toBeGreaterThan(0.08);
    expect(Math.max(...catalogue.uploadDay)).toBeLessThanOrEqual(28);
    expect(share((row) => (catalogue.fingerprint[row] ?? row) < LOGGED)).toBeGreaterThan(0.005);
    const quality = (rows: readonly number[]) => mean(rows.map((row) => truth.quality[row] ?? 0));
    expect(quality(unseen)).toBeLessThan(quality([...Array(LOGGED).keys()]));
  });

  it("blocks few videos, in regions that exist", () => {
    const blocks = [...catalogue.blockedRegions];
    expect(Math.max(...blocks)).toBeLessThan(2 ** REGIONS.length);
    const share = blocks.filter((bits) => bits > 0).length / blocks.length;
    expect(share).toBeGreaterThan(0.025);
    expect(share).toBeLessThan(0.06);
  });

  it("has content that tells topic and style, neither of them surely, and nothing of quality", () => {
    const random = createRandom(1);
    const any = () => random.integer(catalogue.size);
    const pairs = Array.from({ length: 60_000 }, () => [any(), any()] as const);
    const alike = (is: (a: number, b: number) => boolean) =>
      mean(pairs.filter(([a, b]) => is(a, b)).map(([a, b]) => cosine(catalogue.content, CONTENT_SIZE, a, b)));
    const categoryOf = (row: number) => TOPICS[catalogue.topic[row] ?? 0]?.category;
    const sameTopic = alike((a, b) => a !== b && catalogue.topic[a] === catalogue.topic[b]);
    const sameCategory = alike(
      (a, b) => catalogue.topic[a] !== catalogue.topic[b] && categoryOf(a) === categoryOf(b),
    );
    const other = alike((a, b) => categoryOf(a) !== categoryOf(b));
    expect(sameTopic).toBeGreaterThan(sameCategory + 0.1);
    expect(sameCategory).toBeGreaterThan(other + 0.05);
    expect(sameTopic).toBeLessThan(0.9);
    const ofOneTopic = pairs.filter(([a, b]) => a !== b && catalogue.topic[a] === catalogue.topic[b]);
    const styleTold = correlation(
      ofOneTopic.map(([a, b]) => cosine(catalogue.content, CONTENT_SIZE, a, b)),
      ofOneTopic.map(([a, b]) => cosine(truth.itemStyle, STYLE_SIZE, a, b)),
    );
    expect(styleTold).toBeGreaterThan(0.35);
    expect(styleTold).toBeLessThan(0.9);
    for (let k = 0; k < CONTENT_SIZE; k++) {
      const column = [...truth.quality.keys()].map((row) => catalogue.content[row * CONTENT_SIZE + k] ?? 0);
      expect(Math.abs(correlation(column, [...truth.quality]))).toBeLessThan(0.2);
    }
  });
});
