// @vitest-environment node
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { createAdsWorld } from "@/lib/worlds/ads/world";
import { manifestSchema } from "../training/weights-manifest";
import { worldConfig } from "./engine";
import { adModelCardSchema, adTrainOptionsSchema, PROBE_WORLD } from "./model-card";
import { precomputedAdRun } from "./precomputed";
import { hashLog } from "./summarise-world";
import { unpackAdModels } from "./weights-file";

const folder = path.resolve(import.meta.dirname, "../../../public/models/ads/v1");
const read = (name: string) => readFile(path.join(folder, name));
const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, name), "utf8"));

describe("the shipped ads models", () => {
  it("are told by a card that this version understands, with every rung of the ladder", async () => {
    const card = adModelCardSchema.parse(await readJson("card.json"));
    expect(card.ladder.rows.map(({ model }) => model)).toEqual([
      "base-rate",
      "logistic-regression",
      "logistic-regression-crosses",
      "fm",
      "mlp",
      "dcn-v2",
    ]);
    const lossOf = (name: string) =>
      card.ladder.rows.find(({ model }) => model === name)?.logLoss ?? Number.NaN;
    // The crosses are real: without them logistic regression stays behind, and nothing beats the truth by much.
    expect(lossOf("dcn-v2")).toBeLessThan(lossOf("logistic-regression"));
    expect(lossOf("logistic-regression")).toBeLessThan(lossOf("base-rate"));
    expect(lossOf("dcn-v2")).toBeGreaterThan(0.98 * card.ladder.truth.logLoss);
    expect(precomputedAdRun.card.world.hash).toBe(card.world.hash);
  });

  it("fit the models of this version, and say something else than nothing", async () => {
    const card = adModelCardSchema.parse(await readJson("card.json"));
    const { world: of } = card;
    // Only the sizes of the world decide how large the models are.
    const world = {
      catalogue: {
        advertisers: { size: of.advertisers },
        campaigns: { size: of.campaigns },
        creatives: { size: of.ads },
      },
      users: { size: of.users },
      sites: { size: of.sites },
    } as unknown as AdsWorld;
    const bytes = await read("weights.bin");
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const manifest = manifestSchema.parse(await readJson("weights.json"));
    const models = unpackAdModels(world, adTrainOptionsSchema.parse(card.options), manifest, buffer);
    expect(models.baseRate).toBeCloseTo(card.world.clickRate, 2);
    for (const { model, parameters } of card.ladder.rows)
      expect(models.predictors[model]?.parameters).toBe(parameters);
    expect(models.calibrations.plattOf("dcn-v2")?.slope).toBeGreaterThan(0.3);
  });

  it("gave stored runs in which the winner had the most worth of those that competed", () => {
    for (const { run } of precomputedAdRun.runs) {
      const winner = run.slate[0]?.auction?.eCpm ?? 0;
      for (const { auction } of run.others) expect(auction?.eCpm ?? 0).toBeLessThanOrEqual(winner + 1e-6);
      expect(run.totalMilliseconds).toBeGreaterThan(0);
    }
  });
});

it("belong to the simulator of today", () => {
  const probe = createAdsWorld(worldConfig(PROBE_WORLD));
  expect(hashLog(probe), "run npm run train-models -- ads").toBe(precomputedAdRun.card.probeHash);
});
