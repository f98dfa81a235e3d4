// @vitest-environment node
import { expect, it } from "vitest";
import { RankingEngine } from "./engine";

const QUIET = { checkpoint: async () => undefined, report: () => undefined };

/** Feature 1 tells the grade, feature 2 nothing. */
const text = (queries: number) =>
  Array.from({ length: queries * 6 }, (_, i) => {
    const grade = (i * 7) % 3;
    return `${grade} qid:${Math.floor(i / 6)} 1:${grade + ((i * 5) % 4) / 8} 2:${(i * 13) % 11}`;
  }).join("\n");
const judged = (name: string, content: string) => ({ name, file: new Blob([content]), groups: null });

it("splits one file by whole queries, and learns what is there to learn", async () => {
  const engine = new RankingEngine();
  const { files, bad } = await engine.read(judged("a.txt", `${text(30)}\nnonsense\n`), null, QUIET);
  expect(files[0]).toMatchObject({ rows: 180, queries: 30, features: 3, constantFeatures: 1 });
  expect(bad).toMatchObject([{ file: "a.txt", count: 1, rows: [{ line: 181, text: "nonsense" }] }]);
  const result = await engine.measure({ way: "order", seed: 1 }, 1, QUIET);
  expect([result.trainQueries, result.queries, result.rows]).toEqual([24, 6, 36]);
  expect(result.bestFeature.index).toBe(1);
  expect(result.ndcg[10]).toBeGreaterThan(0.95);
});

it("a second file is measured on as it is, and one query alone cannot be split", async () => {
  const engine = new RankingEngine();
  await engine.read(judged("a.txt", text(1)), null, QUIET);
  await expect(engine.measure({ way: "random", seed: 1 }, 1, QUIET)).rejects.toThrow(
    "One query cannot be split",
  );
  const { files } = await engine.read(judged("a.txt", text(20)), judged("b.txt", text(5)), QUIET);
  expect(files.map(({ queries }) => queries)).toEqual([20, 5]);
});
