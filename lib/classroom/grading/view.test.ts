import { describe, expect, test } from "vitest";
import { gradingQuery, parseGradingView } from "./view";

describe("the way through a queue", () => {
  test("comes back from its address", () => {
    const view = { stage: "data", order: "doubts", filter: "late", find: "41", page: 3 } as const;
    const query = Object.fromEntries(new URLSearchParams(gradingQuery(view)));
    expect(parseGradingView(query)).toEqual(view);
  });
  test("is left out of the address where it is the usual one", () => {
    expect(gradingQuery(parseGradingView({}))).toBe("");
  });
  test("takes what makes no sense as if it were not there", () => {
    expect(parseGradingView({ stage: "dessert", order: ["a"], page: "-4", find: "x".repeat(200) })).toEqual(
      parseGradingView({}),
    );
  });
});
