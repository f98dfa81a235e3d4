import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { includedStages, minutesOfIncluded, stageBeside } from "./included-stages";
import { PRESET_IDS, stageSplit } from "./presets";
import { LENGTHS_MINUTES, STAGES } from "./stages";

const some = fc.subarray([...STAGES], { minLength: 1 });

describe("an interview over some of the stages", () => {
  test("keeps the framework's order, and means all seven when none is named", () => {
    expect(includedStages(["model", "data"])).toEqual(["data", "model"]);
    expect(includedStages([])).toEqual(STAGES);
    expect(includedStages(undefined)).toEqual(STAGES);
  });

  test("gives them the whole length, in whole minutes of at least one, and the others none", () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...PRESET_IDS),
        fc.constantFrom(...LENGTHS_MINUTES),
        (stages, preset, length) => {
          const minutes = minutesOfIncluded(stageSplit(preset, length), includedStages(stages), length);
          const sum = STAGES.reduce((total, stage) => total + minutes[stage], 0) + minutes.wrapUp;
          expect(sum).toBe(length);
          for (const stage of STAGES) {
            expect(Number.isInteger(minutes[stage])).toBe(true);
            expect(minutes[stage] > 0).toBe(stages.includes(stage));
          }
        },
      ),
    );
  });

  test("keeps their proportions: data and model of 45 minutes share 43 as 9 to 10", () => {
    const minutes = minutesOfIncluded(stageSplit("shortlist", 45), ["data", "model"], 45);
    expect(minutes).toMatchObject({ data: 20, model: 23, wrapUp: 2, clarify: 0, serve: 0 });
  });

  test("goes from one included stage to the next", () => {
    expect(stageBeside(["data", "serve"], "data", 1)).toBe("serve");
    expect(stageBeside(["data", "serve"], "serve", 1)).toBeNull();
    expect(stageBeside(["data", "serve"], "data", -1)).toBeNull();
  });
});
