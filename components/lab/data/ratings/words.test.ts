import { describe, expect, it } from "vitest";
import { DEFAULT_CHOICE, type Run } from "@/components/lab/data/ratings/ratings-view";
import { readingNotes } from "@/components/lab/data/ratings/reading-notes";
import { compareSplits, describeRun } from "@/components/lab/data/ratings/result-words";

const list = (ndcg: number) => ({ ndcg, map: 0, precision: 0, recall: 0 });

function runOf(popularity: number, retrieval: number, pipeline: number, standardError = 0.002): Run {
  return {
    choice: DEFAULT_CHOICE,
    result: {
      users: 600,
      items: 900,
      trainRows: 30_000,
      testRows: 10_000,
      trainSeconds: 12,
      settings: { easeLambda: 1, sequenceLambda: 1, popularityHalfLife: null, isForward: false },
      blend: null,
      mix: {},
      popularity: list(popularity),
      itemToItem: list(retrieval),
      ease: list(retrieval),
      twoTower: list(retrieval),
      retrieval: { ...list(retrieval), recallAt100: 0.6, recallAt200: 0.84 },
      pipeline: list(pipeline),
      gains: {
        overRetrieval: { mean: pipeline - retrieval, standardError },
        overPopularity: { mean: pipeline - popularity, standardError },
      },
    },
  };
}

describe("what a run means", () => {
  it("says that both stages are worth it only when the numbers do", () => {
    const [popularity, ranking, recall] = describeRun(runOf(0.2, 0.4, 0.42));
    expect(popularity).toContain("2.1 times as good as");
    expect(ranking).toContain("+0.020 ± 0.004");
    expect(recall).toContain("84 %");
    const [, harm] = describeRun(runOf(0.2, 0.42, 0.4));
    expect(harm).toContain("does harm");
    const [lost, chance] = describeRun(runOf(0.2, 0.15, 0.151));
    expect(lost).toContain("Popularity wins");
    expect(chance).toContain("within chance");
  });

  it("compares splits of one protocol only", () => {
    const random = runOf(0.2, 0.4, 0.42);
    const time = runOf(0.12, 0.14, 0.15);
    expect(compareSplits({ item: random })).toBeNull();
    expect(compareSplits({ item: random, time })).toContain("80 % of the pipeline on the time split");
    const other = { ...time, choice: { ...DEFAULT_CHOICE, k: 20 } };
    expect(compareSplits({ item: random, time: other })).toContain("different protocols");
  });
});

it("notes name what is odd and keep quiet about what is not", () => {
  const summary = {
    rows: 1_000,
    users: 50,
    items: 40,
    duplicates: 0,
    density: 0.5,
    timeRange: [1, 2] as [number, number],
    histogram: [
      { from: 1, to: 1, count: 500 },
      { from: 2, to: 2, count: 500 },
    ],
    medianPerUser: 20,
    largestUser: 30,
    singleRatingUsers: 0,
    singleRatingItems: 0,
    isolated: { count: 0, examples: [] },
  };
  expect(readingNotes(summary)).toEqual([]);
  const odd = { count: 1, examples: [{ user: "999", item: "999999" }] };
  const [note] = readingNotes({ ...summary, isolated: odd, singleRatingUsers: 1 });
  expect(note).toContain(
    "1 row joins a user and an item that appear nowhere else (user 999 with item 999999)",
  );
});
