import { describe, expect, it } from "vitest";
import { entered, leftAt, rowsOfStep, tracedItems } from "@/components/lab/core/stepper/step-rows";
import { VIDEO_STEPS } from "@/components/lab/video/stepper/step-views";
import { STEP_NAMES } from "@/lib/pipeline/video/names";
import { precomputedVideoRun } from "@/lib/pipeline/video/precomputed";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const runs = precomputedVideoRun.runs.map(({ recommendation }) => recommendation);

describe("the videos at a step", () => {
  it.each(runs.map((run, index) => [index, run] as const))(
    "of stored run %i only lose members on the way",
    (_, run) => {
      const counts = STEP_NAMES.map(
        (step) => tracedItems(run).filter((trace) => entered(VIDEO_STEPS, trace, step)).length,
      );
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      expect(counts[0]).toBe(tracedItems(run).length);
    },
  );

  it("end with the slate, in its order", () => {
    const [run] = runs as [Recommendation];
    const shown = rowsOfStep(VIDEO_STEPS, run, "diversify", run.slate.length).map(({ card }) => card.item);
    expect(shown).toEqual(run.slate.map(({ card }) => card.item));
  });

  it("show first what the filter took out, and nothing that had left before", () => {
    const run = runs.find(({ others }) => others.some((trace) => leftAt(trace, "filter"))) ?? withFiltered();
    const rows = rowsOfStep(VIDEO_STEPS, run, "filter", 10);
    expect(rows[0] && leftAt(rows[0], "filter")).toBe(true);
    const removed = rows.filter((trace) => leftAt(trace, "filter")).map(({ card }) => card.item);
    const ranked = rowsOfStep(VIDEO_STEPS, run, "rank", 200).map(({ card }) => card.item);
    expect(removed.filter((item) => ranked.includes(item))).toEqual([]);
  });
});

function withFiltered(): Recommendation {
  const [run] = runs as [Recommendation];
  const [first, ...others] = run.others;
  if (!first) throw new Error("The stored run follows nothing but its slate.");
  return { ...run, others: [{ ...first, left: { step: "filter", reason: "seen" } }, ...others] };
}
