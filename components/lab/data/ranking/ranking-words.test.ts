import { expect, it } from "vitest";
import { describeRanking, rankingNotes } from "@/components/lab/data/ranking/ranking-words";
import type { RankingResult } from "@/lib/pipeline/workers/calls/rank-calls";

function resultOf(learnt: number, feature: number): RankingResult {
  return {
    queries: 50,
    rows: 500,
    emptyQueries: 5,
    trainQueries: 200,
    trainRows: 2_000,
    features: 30,
    trainSeconds: 12,
    ndcg: { 1: learnt, 3: learnt, 5: learnt, 10: learnt },
    bestFeature: {
      index: 7,
      direction: "ascending",
      trainNdcg10: feature,
      ndcg1: feature,
      ndcg3: feature,
      ndcg5: feature,
      ndcg10: feature,
    },
    validation: {
      folds: 5,
      validationNdcg10: learnt,
      candidates: [
        { name: "LambdaRank, 7 leaves", trees: 90, ndcg10: learnt, share: 0.75 },
        { name: "linear, penalty 3", trees: 0, ndcg10: 0.5, share: 0 },
        { name: "random forest, 40 leaves", trees: 200, ndcg10: 0.6, share: 0.25 },
      ],
    },
    topFeatures: [],
  };
}
const choice = { way: "random", seed: 1, empty: 1 } as const;

it("says what learning is worth over the best single feature, and what the blend took", () => {
  const [lead, blend, , empty] = describeRanking({ result: resultOf(0.75, 0.7), choice });
  expect(lead).toContain("Learning is worth 0.050");
  expect(lead).toContain("feature 7, smallest first");
  expect(blend).toContain("the blend took LambdaRank, 7 leaves (75 %), random forest, 40 leaves (25 %).");
  expect(empty).toContain("5 test queries without a relevant document count as 1: 10 % of the mean");
  expect(describeRanking({ result: resultOf(0.7, 0.702), choice })[0]).toContain("cannot be told apart");
  expect(describeRanking({ result: resultOf(0.6, 0.7), choice })[0]).toContain("wins");
});

it("notes tell what no ranking can mend", () => {
  const file = {
    name: "a.txt",
    rows: 30,
    queries: 30,
    features: 9,
    constantFeatures: 1,
    grades: [],
    medianPerQuery: 1,
    largestQuery: 1,
    emptyQueries: 2,
    evenQueries: 30,
  };
  const notes = rankingNotes([file]).join(" ");
  expect(notes).toContain("30 queries: what is measured on so few");
  expect(notes).toContain("2 queries of a.txt have no relevant document");
  expect(notes).toContain("In 30 queries of a.txt all documents have one grade");
  expect(notes).toContain("Every query of a.txt has one document");
});
