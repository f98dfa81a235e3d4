import { describe, expect, it } from "vitest";
import { compareFunnels, type FunnelInputs } from "./funnel-designs";

const INPUTS: FunnelInputs = {
  catalogue: 1e7,
  retrieved: 2000,
  ranked: 400,
  slate: 20,
  scannedShare: 0.02,
  nanosecondsPerVector: 3.3,
  lightMicroseconds: 2,
  heavyMicroseconds: 100,
  retrievalAgreement: 0.9,
  lightAgreement: 0.95,
  queriesPerSecond: 29_000,
  utilisation: 0.5,
  coresPerRequest: 8,
  callMs: 4,
};

describe("a middle stage", () => {
  const [three, thrifty, rich] = compareFunnels(INPUTS);
  it("is billed as the chapter reckons by hand", () => {
    // 0.66 + 4 + 40 ms; 0.66 + 40; 0.66 + 200. Times 29,000 a second, twice for half-busy cores.
    expect([three, thrifty, rich].map((design) => Math.round(design?.cores ?? 0))).toEqual([
      2590, 2358, 11_638,
    ]);
    expect(three?.stages.map(({ processorMs }) => Number(processorMs.toFixed(2)))).toEqual([0.66, 4, 40]);
  });
  it("keeps nearly what ranking everything retrieved keeps, and more than a sharper first cut", () => {
    expect(three?.recall).toBeGreaterThan((rich?.recall ?? 0) - 0.01);
    expect(three?.recall).toBeGreaterThan((thrifty?.recall ?? 0) + 0.1);
  });
  it("never lets the ranker see more than was retrieved", () => {
    const [clamped] = compareFunnels({ ...INPUTS, retrieved: 200 });
    expect(clamped?.rankedItems).toBe(200);
  });
});
