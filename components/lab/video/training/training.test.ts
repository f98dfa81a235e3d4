import { describe, expect, it } from "vitest";
import {
  describePace,
  type PaceSample,
  secondsLeft,
  stepsPerSecond,
} from "@/components/lab/core/training/pace";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";
import { popularityOf, rankerRuns, towerRun } from "./runs";

const point = (model: TrainingPoint["model"], step: number, epoch: number, more = {}): TrainingPoint => ({
  model,
  step,
  steps: 400,
  epoch,
  loss: 1,
  ...more,
});

describe("runs of a training", () => {
  const points = [
    point("two-tower", 20, 1),
    point("two-tower", 40, 2, { recallAt100: 0.4, popularity: 0.1 }),
    point("ranker", 100, 1),
    point("ranker", 200, 2, { clickAuc: 0.8, popularity: 0.6 }),
    point("ranker", 300, 1),
    point("ranker", 400, 2, { clickAuc: 0.9, popularity: 0.6 }),
  ];
  it("tells rankers apart where the epochs begin again, each with steps of its own", () => {
    const runs = rankerRuns(points, ["fm", "dcn-v2"]);
    expect(runs.map((run) => [run.ranker, run.steps, run.points.map(({ step }) => step)])).toEqual([
      ["fm", 200, [100, 200]],
      ["dcn-v2", 200, [100, 200]],
    ]);
    expect(towerRun(points).points).toHaveLength(2);
    expect(popularityOf(towerRun(points))).toBe(0.1);
  });
  it("does not name a ranker that it cannot tell", () => {
    expect(rankerRuns(points, ["fm"]).map((run) => run.ranker)).toEqual([null, null]);
    expect(rankerRuns([], ["fm"])).toEqual([]);
    expect(popularityOf({ ranker: null, steps: 0, points: [] })).toBeNull();
  });
  it("keeps one axis for a ranker that is still the first of several", () => {
    expect(rankerRuns(points.slice(0, 3), ["fm", "dcn-v2"])[0]?.steps).toBe(200);
  });
});

describe("pace", () => {
  const at = (seconds: number, step: number, model: TrainingPoint["model"] = "ranker"): PaceSample => ({
    at: seconds * 1000,
    point: point(model, step, 1),
  });
  it("counts the last seconds of the present model only", () => {
    const samples = [at(0, 0), at(20, 100), at(22, 140), at(24, 180)];
    expect(stepsPerSecond(samples)).toBe(20);
    expect(secondsLeft(samples)).toBe(11);
    expect(describePace(samples)).toBe("20 steps a second, 11 s to go for this model");
    expect(stepsPerSecond([at(0, 380, "two-tower"), at(1, 400, "two-tower"), at(1.2, 10)])).toBeNull();
  });
  it("says nothing while too little is known", () => {
    expect(describePace([])).toBe("");
    expect(describePace([at(1, 10)])).toBe("");
    expect(describePace([at(1, 10), at(1.1, 20)])).toBe("");
    expect(describePace([at(1, 10), at(5, 10)])).toBe("");
  });
});
