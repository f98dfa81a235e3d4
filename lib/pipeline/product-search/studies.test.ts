import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../backend/start-backend";
import { compareLabels } from "./compare-labels";
import { compareRankers } from "./compare-rankers";
import { ProductSearchEngine, type SearchContext } from "./engine";
import { interleave } from "./interleave";
import { DEFAULT_SEARCH_KNOBS, searchKnobsSchema } from "./knobs";
import { measureSpeed } from "./measure-speed";
import {
  clicksStudySchema,
  interleavingSchema,
  labelsComparisonSchema,
  searchMetricsSchema,
  searchSpeedSchema,
} from "./measures";
import { expectClicks } from "./shoppers";
import { studyClicks } from "./study-clicks";

const quiet: SearchContext = { checkpoint: async () => undefined, report: () => undefined };
const hooks = { checkpoint: quiet.checkpoint, onProgress: () => undefined };
const engine = new ProductSearchEngine();
const knobs = DEFAULT_SEARCH_KNOBS;

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
  await engine.createWorld({ seed: 3, products: 1_000, clickModel: "pbm" }, quiet);
  await engine.train({ seed: 1, epochs: 1, labels: "grades", ranker: "lambdarank" }, quiet);
}, 60_000);

it("every stage is measured on held-out queries, by slice, with an interval around each mean", async () => {
  const metrics = searchMetricsSchema.parse(await engine.measure(40, knobs, quiet));
  expect(metrics.slices.reduce((sum, { queries }) => sum + queries, 0)).toBe(metrics.queries);
  for (const { ndcg10, recall100 } of metrics.stages) {
    expect(ndcg10.low).toBeLessThanOrEqual(ndcg10.mean);
    expect(ndcg10.high).toBeGreaterThanOrEqual(ndcg10.mean);
    expect(recall100.mean).toBeLessThanOrEqual(1);
  }
  const { ranker, quality } =
    (await compareRankers(engine.requireServing().serving, 40, quiet.checkpoint))[0] ?? {};
  expect(ranker).toBe("bm25");
  expect(quality?.ndcg10).toBeGreaterThan(0.3);
});

it("two rankings that are the same draw, and one that finds nothing wins no page", async () => {
  const { serving, pipeline } = engine.requireServing();
  const options = { left: knobs, right: knobs, impressions: 400, seed: 1 };
  const same = interleavingSchema.parse(await interleave(serving, pipeline, options, hooks));
  expect(Math.abs(same.curve.at(-1)?.preference.mean ?? 1)).toBeLessThan(0.1);
  expect(same.experiment.pagesPerArm).toBeNull();
  // Nothing is retrieved on the right: its side of the page stays with the left.
  const none = searchKnobsSchema.parse({ candidates: { bm25: 0, "two-tower": 0 } });
  const { curve, ndcg10 } = await interleave(serving, pipeline, { ...options, right: none }, hooks);
  expect(curve.at(-1)?.rightWins).toBe(0);
  expect(curve.at(-1)?.preference.low).toBeGreaterThan(0);
  expect(ndcg10.left).toBeGreaterThan(ndcg10.right);
});

it("labels are compared on a log of their own, and the same seed compares alike", async () => {
  const { serving } = engine.requireServing();
  const options = {
    ranker: "linear" as const,
    seeds: 1,
    clickModel: "cascade" as const,
    epochs: 1,
    queries: 30,
  };
  const first = labelsComparisonSchema.parse(await compareLabels(serving, options, hooks));
  expect(first.propensities.every(({ truth }) => truth === null)).toBe(true);
  expect(first).toEqual(await compareLabels(serving, options, hooks));
});

it("the study of clicks shares out what each ranker trusts, and expects no more clicks than there are places", async () => {
  const { serving } = engine.requireServing();
  const before = engine.memory();
  const study = clicksStudySchema.parse(await studyClicks(serving, "linear", 30, hooks));
  for (const labels of ["grades", "clicks", "clicksIps"] as const)
    expect(study.importances.reduce((sum, row) => sum + row[labels], 0)).toBeCloseTo(1, 6);
  expect(engine.memory()).toEqual(before);
  expect(study.clickRates[0]?.rate).toBeGreaterThan(study.clickRates[9]?.rate ?? 1);
  const { clicks, anyClick } = expectClicks(serving.scene.world, 0, Int32Array.of(1, 2, 3));
  expect(clicks).toBeGreaterThanOrEqual(anyClick);
  expect(clicks).toBeLessThan(3);
});

it("every step is timed", async () => {
  const { serving, pipeline } = engine.requireServing();
  const speed = searchSpeedSchema.parse(await measureSpeed(serving, pipeline, knobs, 5, quiet.checkpoint));
  expect(Object.keys(speed.queryMs)).toEqual(expect.arrayContaining(["total", "understand", "rank", "bm25"]));
  expect(speed.indexBytes).toBeGreaterThan(0);
});
