import { describe, expect, it } from "vitest";
import { PRESET_IDS, PRESETS, stageSplit, stagesNotNamed, stepMinutes } from "./presets";
import { LENGTHS_MINUTES, STAGE_MINUTES, STAGES } from "./stages";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const pairs = PRESET_IDS.flatMap((id) => LENGTHS_MINUTES.map((length) => [id, length] as const));

describe("framework presets", () => {
  it.each(pairs)("%s fills a round of %i in whole minutes, at least one a stage", (id, length) => {
    const split = stageSplit(id, length);
    expect(sum(STAGES.map((stage) => split[stage])) + split.wrapUp).toBe(length);
    for (const stage of STAGES) {
      expect(Number.isInteger(split[stage])).toBe(true);
      expect(split[stage]).toBeGreaterThanOrEqual(1);
    }
    expect(sum(stepMinutes(PRESETS[id], length))).toBeCloseTo(length - STAGE_MINUTES[length].wrapUp, 9);
  });
  it("leaves our own minutes as they are", () => {
    for (const length of LENGTHS_MINUTES)
      expect(stageSplit("shortlist", length)).toEqual(STAGE_MINUTES[length]);
  });
  it("stretches 5, 5, 10, 10, 5 to the 43 minutes of a round of 45", () => {
    const minutes = stepMinutes(PRESETS.techinterview, 45);
    expect(minutes.map((each) => Number(each.toFixed(4)))).toEqual([
      6.1429, 6.1429, 12.2857, 12.2857, 6.1429,
    ]);
    expect(stagesNotNamed(PRESETS.techinterview)).toEqual(["evaluate"]);
    expect(stageSplit("techinterview", 45)).toEqual({
      clarify: 3,
      frame: 3,
      data: 6,
      model: 12,
      evaluate: 1,
      serve: 12,
      monitor: 6,
      wrapUp: 2,
    });
  });
  it("keeps the minutes that a page does give and divides the rest as we would", () => {
    const [framing, ...others] = stepMinutes(PRESETS["hello-interview"], 45);
    expect(framing).toBe(6);
    expect(sum(others)).toBeCloseTo(37, 9);
    expect(others.at(-1)).toBe(0);
  });
  it("names a source for every framework that is not ours, or says that it is reported", () => {
    for (const id of PRESET_IDS.filter((id) => id !== "shortlist"))
      expect(PRESETS[id].source !== null || PRESETS[id].certainty === "reported", id).toBe(true);
  });
});
