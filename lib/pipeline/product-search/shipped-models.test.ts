// @vitest-environment node
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_SEARCH_WORLD } from "@/lib/worlds/search/types";
import { createSearchWorld, hashWorld } from "@/lib/worlds/search/world";
import { manifestSchema } from "../training/weights-manifest";
import { DEFAULT_SEARCH_KNOBS } from "./knobs";
import { searchModelCardSchema } from "./measures";
import { precomputedSearch } from "./precomputed";
import { rankerKey } from "./serving";
import { unpackModels } from "./weights-file";

const FOLDER = path.resolve(import.meta.dirname, "../../../public/models/search/v1");
const read = (name: string) => readFileSync(path.join(FOLDER, name));
const readJson = (name: string): unknown => JSON.parse(read(name).toString());
const card = searchModelCardSchema.parse(readJson("card.json"));
const stage = (name: string) => card.metrics.stages.find((one) => one.stage === name)?.ndcg10;

it("the shipped models belong to the world of today", () => {
  expect(hashWorld(createSearchWorld(DEFAULT_SEARCH_WORLD)), "run npm run train-models -- search").toBe(
    card.world.hash,
  );
}, 120_000);

it("the shipped weights unpack, with the ranker that is the default", () => {
  const bytes = Uint8Array.from(read("weights.bin")).buffer;
  const { rankers } = unpackModels(manifestSchema.parse(readJson("weights.json")), bytes);
  const { ranker, labels } = DEFAULT_SEARCH_KNOBS;
  if (ranker === "bm25") throw new Error("The default ranker learns.");
  expect(rankers.has(rankerKey(ranker, labels))).toBe(true);
  expect(bytes.byteLength).toBeLessThan(4e6);
});

it("what is shipped as the default beats what it is made of, and weighted clicks beat plain ones", () => {
  expect(stage("fused")?.mean).toBeGreaterThan(stage("bm25")?.mean ?? 1);
  expect(stage("reranked")?.mean).toBeGreaterThan(stage("fused")?.mean ?? 1);
  expect(card.metrics.gain.low).toBeGreaterThan(0);
  expect(card.labels.seeds).toHaveLength(5);
  expect(card.labels.mean.clicksIps).toBeGreaterThan(card.labels.mean.clicks);
  expect(card.labels.gain.low).toBeGreaterThan(0);
});

it("stored searches are there to be drawn, each with a page", () => {
  for (const { slate, steps } of precomputedSearch.runs) {
    expect(slate.length).toBe(DEFAULT_SEARCH_KNOBS.slateSize);
    expect(steps.map(({ step }) => step)).toContain("understand");
  }
});
