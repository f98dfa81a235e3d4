import { expect, it } from "vitest";
import { checkScan } from "./scan-check";

it("every implementation of this engine gives the same answers at 8,001 rows", async () => {
  const { indexes, equal } = await checkScan(8_001);
  expect(indexes).toContainEqual({ implementation: "javascript", threads: 1 });
  expect(indexes).toContainEqual({ implementation: "simd", threads: 1 });
  expect(equal).toBe(true);
});
