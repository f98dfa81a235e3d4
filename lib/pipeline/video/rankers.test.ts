import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { createVideoRanker } from "./ranker";
import { HEADS, type RankerExamples } from "./ranker-examples";
import { DENSE_COUNT, FIELD_COUNT, RANKER_ROWS } from "./ranker-features";
import type { VideoModels, VideoServing } from "./serving";
import type { TrainingPoint } from "./trace";
import { evaluateRanker, type RankerTrainingResult, trainRankers } from "./train-ranker";
import { createTwoTower } from "./train-two-tower";
import { packModels, unpackModels } from "./weights-file";

/** A click needs both the first dense feature and the first field; features are far from standardised. */
function makeExamples(count: number, seed: number): RankerExamples {
  const random = createRandom(seed);
  const fieldRows = Int32Array.from({ length: count * FIELD_COUNT }, () => random.integer(50));
  const dense = Float32Array.from({ length: count * DENSE_COUNT }, () => 40 + 5 * random.normal());
  const labels = new Float32Array(count * HEADS);
  for (let i = 0; i < count; i++)
    labels[i * HEADS] = Number(
      (dense[i * DENSE_COUNT] ?? 0) > 40 && (fieldRows[i * FIELD_COUNT] ?? 0) % 2 === 0,
    );
  const weights = Float32Array.from({ length: count * HEADS }, (_, i) => Number(i % HEADS === 0));
  return { count, fieldRows, dense, labels, weights };
}

describe("rankers of the video pipeline", () => {
  const points: TrainingPoint[] = [];
  const validation = makeExamples(400, 2);
  const untouched = validation.dense.slice();
  let result: RankerTrainingResult;

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
    result = await trainRankers({
      rankers: ["logistic-regression", "dcn-v2"],
      train: makeExamples(12_000, 1),
      validation,
      epochs: 2,
      random: createRandom(3),
      checkpoint: async () => {},
      onPoint: (point) => points.push(point),
    });
  });

  it("train one after the other, and tell how far they are and what popularity alone reaches", () => {
    const steps = points.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(points.at(-1)?.step).toBe(points.at(-1)?.steps);
    const measured = points.filter(({ clickAuc }) => clickAuc !== undefined);
    expect(measured).toHaveLength(4);
    expect(new Set(measured.map(({ popularity }) => popularity)).size).toBe(1);
    expect(measured[0]?.popularity).toBeCloseTo(0.5, 0);
    expect(Object.keys(result.seconds)).toEqual(["logistic-regression", "dcn-v2"]);
  });

  it("are measured on examples as they are, and the one that crosses is better", () => {
    const [linear, crossing] = [result.rankers["logistic-regression"], result.rankers["dcn-v2"]].map(
      (ranker) => ranker && evaluateRanker(ranker, validation),
    );
    expect(validation.dense).toEqual(untouched);
    expect(crossing?.clickLogLoss).toBeLessThan(linear?.clickLogLoss ?? 0);
    expect(crossing?.headAuc.click).toBeGreaterThan(0.85);
    expect(Object.keys(crossing?.headAuc ?? {})).toEqual(["click"]);
  });

  it("come back from the file of weights, those that were trained and no others", () => {
    const idRows = new Int32Array(0);
    const models: VideoModels = { tower: createTwoTower(null), idRows, rankers: result.rankers };
    const { manifest, bytes } = packModels(models);
    const restored = unpackModels(manifest, bytes.slice().buffer, idRows);
    expect(Object.keys(restored.rankers)).toEqual(["logistic-regression", "dcn-v2"]);
    for (const name of ["logistic-regression", "dcn-v2"] as const) {
      const [before, after] = [result.rankers[name], restored.rankers[name]];
      if (!before || !after) throw new Error("A ranker is missing.");
      const difference =
        evaluateRanker(after, validation).clickLogLoss - evaluateRanker(before, validation).clickLogLoss;
      expect(Math.abs(difference)).toBeLessThan(0.002);
      after.model.dispose();
    }
    const table = manifest.tensors.find(({ name }) => name === "ranker/dcn-v2/table");
    expect(table).toMatchObject({ encoding: "int8-rows", length: RANKER_ROWS * 8, width: 8 });
  });

  it("cannot be asked for without training", () => {
    const serving = { models: { rankers: result.rankers } } as unknown as VideoServing;
    expect(() => createVideoRanker(serving, "fm")).toThrow(/fm was not trained/);
  });

  it("leave no tensor behind when their training is cancelled, at whichever of them", async () => {
    const before = memory().numTensors;
    for (const stopAt of [1, 3, 5]) {
      let passed = 0;
      const cancelled = trainRankers({
        rankers: ["logistic-regression", "fm"],
        train: makeExamples(11_000, 1),
        validation,
        epochs: 1,
        random: createRandom(3),
        checkpoint: async () => {
          if (++passed === stopAt) throw new DOMException("Cancelled.", "AbortError");
        },
        onPoint: () => {},
      });
      await expect(cancelled).rejects.toThrow("Cancelled.");
      expect(memory().numTensors).toBe(before);
    }
  });

  it("leave no tensor behind", () => {
    for (const { model } of Object.values(result.rankers)) model.dispose();
    expect(memory().numTensors).toBe(0);
  });
});
