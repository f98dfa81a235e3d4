import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { type LoopOptions, meanFeedbackLoop, simulateFeedbackLoop } from "./feedback-loop";

const OPTIONS: LoopOptions = {
  items: 200,
  slots: 10,
  sessions: 1_000,
  rounds: 25,
  exploration: 0,
  score: "rate",
  arrivals: 2,
};
const lastOf = (change: Partial<LoopOptions>, lives = 8) =>
  meanFeedbackLoop({ ...OPTIONS, ...change }, lives, createRandom("loop")).at(-1);

describe("a recommender trained on its own clicks", () => {
  it("is the same life for the same seed", () => {
    const life = () => simulateFeedbackLoop(OPTIONS, createRandom("same"));
    expect(life()).toEqual(life());
  });
  it("settles on what was lucky first, and finds more when it explores", () => {
    const greedy = lastOf({});
    const exploring = lastOf({ exploration: 0.05 });
    expect(exploring?.found ?? 0).toBeGreaterThan((greedy?.found ?? 1) + 0.2);
    expect(exploring?.quality ?? 0).toBeGreaterThan(greedy?.quality ?? 1);
    expect(exploring?.coverage ?? 0).toBeGreaterThan(greedy?.coverage ?? 1);
    expect(exploring?.concentration ?? 1).toBeLessThan(greedy?.concentration ?? 0);
  });
  it("shows only its first favourites when it ranks by clicks", () => {
    const byClicks = lastOf({ score: "clicks", arrivals: 0 });
    expect(byClicks?.coverage).toBeCloseTo(0.05, 6);
    expect(byClicks?.concentration).toBeCloseTo(0.95, 6);
  });
  it("earns the mean of the catalogue when all is exploration", () => {
    const uniform = lastOf({ exploration: 1 });
    expect(uniform?.concentration ?? 1).toBeLessThan(0.12);
    expect(uniform?.coverage ?? 0).toBeGreaterThan(0.95);
    // Mean rate 0.056 over that of the ten best of 200, between the 95th percentile and the highest, 0.166 to 0.2.
    expect(uniform?.quality ?? 0).toBeGreaterThan(0.27);
    expect(uniform?.quality ?? 1).toBeLessThan(0.36);
  });
});

describe("the numbers that the chapter on biases quotes", () => {
  const quoted = (exploration: number, score: LoopOptions["score"] = "rate") =>
    meanFeedbackLoop({ ...OPTIONS, rounds: 30, exploration, score }, 8, createRandom(1)).at(-1);
  it("are quality and knowledge of the best after thirty rounds", () => {
    const [greedy, few, half] = [quoted(0), quoted(0.05), quoted(0.5)];
    expect([greedy?.quality, few?.quality, half?.quality].map((value) => value?.toFixed(2))).toEqual([
      "0.65",
      "0.92",
      "0.65",
    ]);
    expect([greedy?.found, few?.found].map((value) => value?.toFixed(2))).toEqual(["0.16", "0.66"]);
    for (const share of [0, 0.01, 0.05, 0.2, 0.5]) expect(quoted(share, "clicks")?.quality).toBeLessThan(0.5);
  });
});
