// @vitest-environment node
import { describe, expect, it } from "vitest";
import { inspectClicks } from "../data-sets/click-layout";
import { ClicksEngine } from "./engine";

const QUIET = { checkpoint: async () => undefined, report: () => undefined };
const LINES = { checkpoint: QUIET.checkpoint, onBytes: () => undefined };
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");
const SPLIT = { way: "random", seed: 1, maximumRows: 1_000_000 } as const;

async function read(texts: Partial<Record<"train" | "valid" | "test", string>>) {
  const sources = Object.entries(texts).map(([role, text]) => ({
    role: role as "train",
    name: role,
    file: new Blob([text]),
    context: LINES,
  }));
  const engine = new ClicksEngine();
  const { layout } = await inspectClicks(sources[0]?.file ?? new Blob(), "train");
  return { engine, ...(await engine.read(sources, layout, QUIET)) };
}

const sizes = ({
  trainRows,
  validRows,
  testRows,
}: {
  trainRows: number;
  validRows: number;
  testRows: number;
}) => [trainRows, validRows, testRows];

describe("parts without a file of their own", () => {
  const text = lines(1_000, (i) => `${i % 3 === 0 ? 1 : 0},a${i % 7}`);

  it("are taken from the training file", async () => {
    const alone = await read({ train: text });
    expect(sizes(await alone.engine.measureBaseRate(SPLIT, QUIET))).toEqual([800, 100, 100]);
    const tested = await read({ train: text, test: text });
    expect(sizes(await tested.engine.measureBaseRate(SPLIT, QUIET))).toEqual([900, 100, 1_000]);
  });

  it("come last where the order counts, and the rows learnt from are those right before them", async () => {
    // Late rows are clicked more often, so that the base rate tells which rows it is of.
    const { engine } = await read({ train: lines(1_000, (i) => `${Number(i % 10 < i / 112)},a`) });
    const base = await engine.measureBaseRate({ ...SPLIT, way: "order", maximumRows: 100 }, QUIET);
    expect(sizes(base)).toEqual([100, 100, 100]);
    expect(base.rate).toBeCloseTo(0.7, 1);
  });

  it("are refused in words when a part has one label only", async () => {
    const { engine } = await read({ train: lines(100, (i) => `${Number(i < 50)},a`) });
    await expect(engine.measureBaseRate({ ...SPLIT, way: "order" }, QUIET)).rejects.toThrow(
      "The validation part has 10 rows and not both labels among them. Split at random",
    );
  });
});

it("the base rate scores a normalised entropy of one on rows like those it was learnt from", async () => {
  const text = lines(1_000, (i) => `${Number(i % 4 === 0)},a`);
  const { engine } = await read({ train: text, test: text });
  const { rate, normalizedEntropy } = await engine.measureBaseRate(SPLIT, QUIET);
  expect(rate).toBeCloseTo(0.25, 1);
  expect(normalizedEntropy).toBeCloseTo(1, 3);
});

it("tells what each feature holds", async () => {
  const { summary } = await read({ train: lines(10, (i) => `${i % 2},${i < 7 ? "x" : ""},u${i}`) });
  expect(summary.files).toEqual([{ name: "train", rows: 10, ones: 5 }]);
  expect(summary.fields[0]).toEqual({
    name: "column 2",
    distinct: 2,
    commonest: { word: "x", share: 0.7 },
    emptyShare: 0.3,
    onceShare: 0,
  });
  expect(summary.fields[1]).toMatchObject({ distinct: 10, onceShare: 1 });
});
