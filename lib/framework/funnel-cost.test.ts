import { describe, expect, it } from "vitest";
import { processorMsOfRequest, stageLatencyMs } from "./funnel-cost";

describe("the bill of a funnel", () => {
  const light = { id: "light", items: 2000, microsecondsPerItem: 2 };
  const heavy = { id: "heavy", items: 400, microsecondsPerItem: 100 };
  it("adds items times time an item", () => {
    expect(processorMsOfRequest([light, heavy])).toBe(44);
    expect(processorMsOfRequest([])).toBe(0);
  });
  it("spreads a stage over cores, but not the call", () => {
    expect(stageLatencyMs(heavy, 8, 5)).toBe(10);
  });
});
