import { describe, expect, it } from "vitest";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { checkBar, LEVEL_BARS, levelOfRatings, meanRating } from "./level";

const ratings = (value: number, change: Partial<Record<Stage, number>> = {}) =>
  ({ ...Object.fromEntries(STAGES.map((stage) => [stage, value])), ...change }) as Record<Stage, number>;

describe("the level of seven stage ratings", () => {
  it("weighs stages by their minutes of 45: model 10 of 43, monitor 3 of 43", () => {
    expect(meanRating(ratings(2))).toBeCloseTo(2, 12);
    expect(meanRating(ratings(2, { model: 4 }))).toBeCloseTo(2 + (2 * 10) / 43, 12);
    expect(meanRating(ratings(2, { monitor: 4 }))).toBeCloseTo(2 + (2 * 3) / 43, 12);
  });
  it("gives the level of an even answer by its mean alone, until staff asks for two stages at 3.5", () => {
    expect(levelOfRatings(ratings(1.39))).toBeNull();
    expect(levelOfRatings(ratings(LEVEL_BARS.mid.mean))).toBe("mid");
    expect(levelOfRatings(ratings(LEVEL_BARS.senior.mean))).toBe("senior");
    expect(levelOfRatings(ratings(3.4))).toBe("senior");
    expect(levelOfRatings(ratings(3.4, { data: 3.5, model: 3.5 }))).toBe("staff");
  });
  it("lets one stage that falls through cost the level", () => {
    expect(levelOfRatings(ratings(3.2, { monitor: 0.9 }))).toBe("mid");
    expect(levelOfRatings(ratings(3.9, { monitor: 0.4 }))).toBeNull();
    expect(checkBar("senior", ratings(3.2, { monitor: 0.9 }))).toEqual({
      mean: true,
      least: false,
      outstanding: true,
      isMet: false,
    });
  });
});
