// @vitest-environment node
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import { createVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { startBackend } from "../backend/start-backend";
import { manifestSchema } from "../training/weights-manifest";
import { collectHeldOutExamples } from "./measure";
import { RANKER_NAMES } from "./names";
import { planDays } from "./plan";
import { prepareServing } from "./serving";
import { fetchModels } from "./shipped-models";
import { modelCardSchema } from "./trace";
import { idRowsOf } from "./train";
import { evaluateRanker } from "./train-ranker";
import { unpackModels } from "./weights-file";

const PUBLIC = path.resolve(import.meta.dirname, "../../../public");
const read = (name: string) => readFileSync(path.join(PUBLIC, "models/video/v1", name));
const readJson = (name: string): unknown => JSON.parse(read(name).toString());
/** Weights are stored in eight bits; a change of a feature moves AUC by hundredths. */
const TOLERANCE = 0.003;

it("the shipped weights still are what their card says, on the world and the features of today", async () => {
  await startBackend({ folder: `${PUBLIC}/wasm/` });
  const card = modelCardSchema.parse(readJson("card.json"));
  const world = createVideoWorld({ ...DEFAULT_VIDEO_WORLD, items: DEFAULT_VIDEO_WORLD.loggedItems });
  expect(hashWorld(world), "run npm run train-models").toBe(card.world.hash);
  const bytes = Uint8Array.from(read("weights.bin")).buffer;
  const models = unpackModels(manifestSchema.parse(readJson("weights.json")), bytes, idRowsOf(world));
  const proceed = async () => {};
  const serving = await prepareServing(world, planDays(world), models, proceed);
  const examples = await collectHeldOutExamples(serving, proceed);
  for (const name of RANKER_NAMES) {
    const ranker = models.rankers[name];
    const told = card.rankers[name];
    if (!ranker || !told) throw new Error(`${name} is not among the shipped models.`);
    const found = evaluateRanker(ranker, examples);
    expect(Math.abs((found.headAuc.click ?? 0) - (told.headAuc.click ?? 0)), name).toBeLessThan(TOLERANCE);
    expect(Math.abs(found.clickLogLoss - told.clickLogLoss), name).toBeLessThan(TOLERANCE);
  }
}, 60_000);

afterEach(() => vi.unstubAllGlobals());

it("a cancel ends the download, and a broken file says so in words", async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  let checks = 0;
  const cancel = async () => {
    if (++checks === 3) throw new DOMException("Cancelled.", "AbortError");
  };
  await expect(fetchModels("/models/", cancel)).rejects.toThrow("Cancelled.");
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);

  vi.stubGlobal("fetch", async () => new Response("<!doctype html>"));
  await expect(fetchModels("/models/", async () => {})).rejects.toThrow(/could not be loaded/);
  const cut = Uint8Array.from(read("weights.bin").subarray(0, 100_000)).buffer;
  const manifest = manifestSchema.parse(readJson("weights.json"));
  expect(() => unpackModels(manifest, cut, new Int32Array(0))).toThrow(/do not fit/);
});
