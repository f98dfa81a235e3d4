// @vitest-environment node
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { CLICK_SETTINGS, type ClickModelName, type ClickSettings, createClickModel } from "./click-model";
import { scoreClicks } from "./click-trainer";
import { drawDropoutMask } from "./dropout-dcn";
import { measureClicks } from "./measure-clicks";
import { trainClickModel } from "./train-click-model";
import { scoreMembers, trainMembers } from "./train-members";

const QUIET = { checkpoint: async () => undefined, report: () => undefined };
const VALUES = 6;

beforeAll(() => startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` }));

/** A click where two of three fields agree, with one label in ten turned over. */
function drawTable(count: number, seed: number) {
  const random = createRandom(seed);
  const fieldRows = Int32Array.from(
    { length: count * 3 },
    (_, i) => (i % 3) * VALUES + random.integer(VALUES),
  );
  const labels = Int32Array.from({ length: count }, (_, row) => {
    const [a, b] = [fieldRows[row * 3] ?? 0, fieldRows[row * 3 + 1] ?? 0];
    const agrees = a % 2 === b % 2;
    return Number(random.next() < 0.9 ? agrees : !agrees);
  });
  return { count, fieldRows, labels };
}

async function train(name: ClickModelName, changes: Partial<ClickSettings>, seed = 1, rows = 2_000) {
  const settings = { ...CLICK_SETTINGS[name], batchSize: 256, ...changes };
  const random = createRandom(seed);
  const shape = { fields: 3, tableRows: 3 * VALUES };
  const model = createClickModel(name, settings, shape, random.fork("model"));
  const tables = [drawTable(rows, 2), drawTable(1_000, 3)] as const;
  const result = await trainClickModel(model, ...tables, settings, random.fork("order"), QUIET);
  const scores = await scoreClicks(model, tables[1], QUIET.checkpoint);
  model.dispose();
  return { ...result, scores, validation: tables[1] };
}

describe("training", () => {
  it("crosses fields with dcn, which lr cannot", async () => {
    const before = memory().numTensors;
    const [lr, dcn] = [await train("lr", { maximumEpochs: 10 }), await train("dcn", { maximumEpochs: 25 })];
    expect(lr.best.validationAuc).toBeLessThan(0.6);
    expect(dcn.best.validationAuc).toBeGreaterThan(0.85);
    expect(memory().numTensors).toBe(before);
  });

  it("gives the same scores for the same seed, and others for another", async () => {
    const changes = { maximumEpochs: 2 };
    const [first, again] = [await train("dcn", changes), await train("dcn", changes)];
    const other = await train("dcn", changes, 2);
    expect(again.scores).toEqual(first.scores);
    expect(again.epochs).toEqual(first.epochs);
    expect(other.scores).not.toEqual(first.scores);
  });

  it("stops when the validation no longer improves and gives back the weights of the best epoch", async () => {
    // Few rows, a high rate and no penalty: it learns the noise.
    const changes = {
      maximumEpochs: 40,
      learningRate: 0.03,
      embeddingDecay: 0,
      dropout: 0,
      finalRateShare: 1,
    };
    const { epochs, best, scores } = await train("dcn", changes, 1, 400);
    expect(epochs.length).toBeLessThan(40);
    expect(epochs.length - best.epoch).toBe(CLICK_SETTINGS.dcn.patience);
    expect(best.validationAuc).toBe(Math.max(...epochs.map(({ validationAuc }) => validationAuc)));
    const short = await train("dcn", { ...changes, maximumEpochs: best.epoch }, 1, 400);
    expect(scores).toEqual(short.scores);
  });
});

it("members differ in their seeds, the first is the one that is trained alone, and their logits are averaged", async () => {
  const before = memory().numTensors;
  const parts = {
    train: drawTable(600, 2),
    valid: drawTable(300, 3),
    encoding: { fields: 3, tableRows: 18 },
  };
  const settings = { ...CLICK_SETTINGS.dcn, batchSize: 256, maximumEpochs: 2 };
  const train = (members: number) =>
    trainMembers(parts as never, "dcn", settings, members, createRandom(5), QUIET);
  const [alone, both] = [await train(1), await train(2)];
  const scoresOf = (members: typeof both) => scoreMembers(members, parts.valid, QUIET.checkpoint);
  const [first, second] = [await scoresOf(both.slice(0, 1)), await scoresOf(both.slice(1))];
  expect(await scoresOf(alone)).toEqual(first);
  expect(second).not.toEqual(first);
  (await scoresOf(both)).forEach((score, row) => {
    expect(score).toBeCloseTo(((first[row] as number) + (second[row] as number)) / 2, 5);
  });
  for (const { model } of [...alone, ...both]) model.dispose();
  expect(memory().numTensors).toBe(before);
});

it("dropout strikes out a share and keeps the mean", () => {
  const mask = drawDropoutMask(50_000, 0.2, createRandom(4));
  expect(new Set(mask)).toEqual(new Set([0, 1.25]));
  expect(mask.reduce((sum, value) => sum + value, 0) / mask.length).toBeCloseTo(1, 1);
});

it("measures from files, calibrated, and tells bad rows of each", async () => {
  const toText = ({ count, fieldRows, labels }: ReturnType<typeof drawTable>) =>
    Array.from({ length: count }, (_, row) =>
      [labels[row], ...[0, 1, 2].map((f) => `v${fieldRows[row * 3 + f]}`)].join(","),
    ).join("\n");
  const file = (rows: number, seed: number, tail = "") =>
    new Blob([`${toText(drawTable(rows, seed))}\n${tail}`]);
  const files = {
    train: file(3_000, 2),
    valid: file(1_500, 3),
    test: file(1_500, 4, "1,v0\n1,v99,v99,v99\n"),
  };
  const result = await measureClicks(files, "fm", 1, QUIET);
  expect([result.rows, result.validRows, result.testRows, result.fields]).toEqual([3_000, 1_500, 1_501, 3]);
  expect(result.auc).toBeGreaterThan(0.85);
  expect(result.normalizedEntropy).toBeLessThan(0.6);
  expect(result.ece).toBeLessThan(0.03);
  expect(result.bad.map(({ file, count }) => [file, count])).toEqual([
    ["train", 0],
    ["valid", 0],
    ["test", 1],
  ]);
  expect(result.bad[2]?.rows[0]).toMatchObject({ line: 1_501, problem: "expected 4 columns, found 2" });
});
