import { describe, expect, it } from "vitest";
import { decisionChanges, levelOfBoth, pointChanges, type Side, stageChanges } from "./compare-sides";
import type { ReportPoint } from "./schema";

const point = (id: string, credit: number, more: Partial<ReportPoint> = {}): ReportPoint => ({
  id,
  stage: "data",
  level: "mid",
  weight: 1,
  verdict: credit >= 0.8 ? "explained" : "missing",
  credit,
  receipt: credit > 0 ? { part: "data", start: 0, end: 3, quote: "abc" } : null,
  gate: null,
  misconception: null,
  text: `Point ${id}`,
  why: "",
  chapter: "",
  isExpected: true,
  ...more,
});
const side = (points: ReportPoint[], more: Partial<Side> = {}): Side => ({
  label: "an attempt",
  level: "mid",
  answers: {},
  points,
  decisions: [],
  time: null,
  asked: null,
  learnt: null,
  ...more,
});

describe("two attempts compared", () => {
  it("says of each point whether it was gained or lost, and leaves small steps alone", () => {
    const first = side([point("a", 0), point("b", 0.9), point("c", 0.7)]);
    const second = side([point("a", 0.9), point("b", 0), point("c", 0.8)]);
    expect(pointChanges(first, second).map(({ id, change }) => [id, change])).toEqual([
      ["a", "gained"],
      ["b", "lost"],
      ["c", "same"],
    ]);
  });

  it("keeps a point that only one rubric has, and counts it as no change", () => {
    const changes = pointChanges(side([point("old", 1)]), side([point("new", 1)]));
    expect(changes.map(({ id, first, second, change }) => [id, !first, !second, change])).toEqual([
      ["new", true, false, "same"],
      ["old", false, true, "same"],
    ]);
  });

  it("scores both by the higher bar", () => {
    const staffPoint = point("deep", 1, { level: "staff" });
    const first = side([point("a", 1), { ...staffPoint, credit: 0 }]);
    const second = side([point("a", 1), staffPoint], { level: "staff" });
    expect(levelOfBoth(first, second)).toBe("staff");
    const data = stageChanges(first, second, "staff").find(({ stage }) => stage === "data");
    expect([data?.first.value, data?.second.value]).toEqual([0.5, 1]);
  });

  it("lists the decisions that differ, and those that only one made", () => {
    const first = side([], {
      decisions: [
        { field: "label", value: "clicks" },
        { field: "index", value: "hnsw" },
      ],
    });
    const second = side([], {
      decisions: [
        { field: "label", value: "watch" },
        { field: "index", value: "hnsw" },
        { field: "loss", value: "softmax" },
      ],
    });
    expect(decisionChanges(first, second)).toEqual([
      { field: "label", first: "clicks", second: "watch" },
      { field: "loss", first: null, second: "softmax" },
    ]);
  });
});
