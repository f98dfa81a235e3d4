import { describe, expect, it } from "vitest";
import {
  describeShifts,
  nearMisses,
  overtaken,
  shiftSince,
  summariseShifts,
} from "@/components/lab/core/slate/explain-item";
import { precomputedVideoRun } from "@/lib/pipeline/video/precomputed";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const stored = precomputedVideoRun.runs[0]?.recommendation as Recommendation;

/** The stored slate with its first two swapped and its last gone. */
function rearranged(): Recommendation {
  const [first, second, ...rest] = stored.slate;
  if (!first || !second) throw new Error("The stored slate is too short for this test.");
  const slate = [second, first, ...rest.slice(0, -1)].map((trace, index) => ({
    ...trace,
    position: { ...trace.position, slate: index + 1 },
  }));
  return { ...stored, slate };
}

describe("what is said about a slate", () => {
  it("says nothing when nothing moved", () => {
    expect(describeShifts(stored, stored)).toBe("");
    expect(summariseShifts(stored, stored)).toBe("");
  });
  it("counts moves and newcomers against the other slate", () => {
    expect(describeShifts(rearranged(), stored)).toBe("2 moved, against the knobs as shipped");
    expect(summariseShifts(rearranged(), stored)).toBe("2 of 9 changed: 2 moved");
    expect(describeShifts(stored, rearranged())).toBe("1 new, 2 moved, against the knobs as shipped");
    expect(
      rearranged()
        .slate.slice(0, 2)
        .map((trace) => shiftSince(stored, trace)),
    ).toEqual([
      { kind: "moved", by: 1 },
      { kind: "moved", by: -1 },
    ]);
  });
  it("names only what was ranked above and left, best first", () => {
    for (const trace of stored.slate) {
      const ranks = overtaken(stored, trace).map((other) => other.position.ranked ?? 0);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const rank of ranks) expect(rank).toBeLessThan(trace.position.ranked ?? 0);
    }
  });
  it("keeps near misses to what re-ranking took", () => {
    for (const trace of nearMisses(stored, 8)) expect(["rules", "diversify"]).toContain(trace.left?.step);
  });
});
