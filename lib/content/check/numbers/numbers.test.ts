import { describe, expect, it } from "vitest";
import { calcProblem } from "./check-calc";
import { givenIn, givenInProps, isGiven } from "./given-numbers";
import { numbersIn } from "./number-tokens";
import { inDigits } from "./spelled-numbers";

const values = (text: string) => numbersIn(text).map(({ value, unit }) => value * (unit?.scale ?? 1));

describe("numbers in prose", () => {
  it.each([
    ["28,935 requests a second", [28_935]],
    ["10 million videos, 10M users, 2.5 bn rows, 3k", [1e7, 1e7, 2.5e9, 3e3]],
    ["8.3% of it, or 12 percent", [0.083, 0.12]],
    ["200 ms, 0.2 s and 28-day retention", [0.2, 0.2, 28 * 86_400]],
    ["1.3 to 1.6 GB", [1.3, 1.6e9]],
    ["40–60 and 40-60", [40, 60, 40, 60]],
    ["−74 and (-369), but 10-20", [-74, -369, 10, 20]],
    ["10⁷ videos and 10⁻⁴", [1e7, 1e-4]],
    [".5 of $20", [0.5, 20]],
    ["n=500, w=0.1", [500, 0.1]],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    "NDCG@10, p99, int8, DCN-v2, BM25, top-10, D28, recall@300, x1, D+1",
    "in 2016 and in 1999",
    "at 14:00, on 2026-11-22, on 31 March, version 5.4.2",
    "a round of 45 minutes, of 30, 45 and 60 minutes, a 60-minute round",
    "section 12 and rule 36, #29",
    "the 95th of them",
  ])("no number: %s", (text) => {
    expect(numbersIn(text)).toEqual([]);
  });

  it("lets small counts be, but not small measurements", () => {
    const small = (text: string) => numbersIn(text).map(({ isSmallCount }) => isSmallCount);
    expect(small("3 of the 10")).toEqual([true, true]);
    expect(small("11 of them, 5%, 5 ms, 7 days, 2.0, 2x, 5 million")).toEqual(Array(7).fill(false));
  });

  it("knows to which precision a number is meant", () => {
    const precision = (text: string) => numbersIn(text).map(({ tolerance }) => tolerance);
    expect(precision("231,000 28,935 20 100 5")).toEqual([500, 0.5, 0.5, 5, 0.5]);
    expect(precision("3.0 million, 0.05, 20 billion")).toEqual([5e4, 0.005, 5e8]);
  });
});

describe("calculations", () => {
  it.each([
    ["20e9 / 86400", "231,000"],
    ["100M users * 10 requests / day", "11,574 requests"],
    ["0.9 * 0.001 / (0.9 * 0.001 + 0.01 * 0.999)", "8.3%"],
    ["100 * 9 / 109", "8.3%"],
    ["10M * 256 * 4 bytes", "10.24 GB"],
    ["10 million * 1 kB", "10 GB"],
    ["2.5 * 2 ms", "5 ms"],
    ["sqrt(2)", "1.41"],
    ["exp(ln(3))", "3"],
    ["log2(1024)", "10"],
    ["1 / 3", "a third (0.33)"],
    ["20B * 1 kB in TB", "20"],
  ])("%s is %s", (of, words) => {
    expect(calcProblem(of, words)).toBeNull();
  });

  it.each([
    ["20e9 / 86400", "232,000", '"20e9 / 86400" is 231481, not 232,000.'],
    ["10M * 256 * 4 bytes", "10.24 MB", "not 10.24 MB."],
    ["1000 / 3", "333.4", "is 333.333, not 333.4."],
    ["2 *", "2", "Something is missing"],
    ["sqrt(4 s)", "2", "sqrt needs a plain number"],
    ["2 + 2", "four", "shows no number"],
    ["2 + 2", "4 or 5", "shows two numbers"],
  ])("%s is not %s", (of, words, problem) => {
    expect(calcProblem(of, words)).toContain(problem);
  });
});

describe("numbers that were given", () => {
  it.each([
    ["About a hundred million people a day.", "About 100000000 people a day."],
    ["two hundred and fifty thousand", "250000"],
    ["One percent, a tenth of a percent", "1 percent, 0.1%"],
    ["a fifth and three quarters", "20% and 75%"],
    ["one request in a hundred", "1 request in 100 (1%)"],
    ["A user and an item", "A user and an item"],
    ["fifty milliseconds", "50 milliseconds"],
  ])("%s", (spoken, written) => {
    expect(inDigits(spoken)).toBe(written);
  });

  const knows = (told: string, text: string) =>
    numbersIn(text).every((number) => givenIn(told).some((given) => isGiven(number, given)));
  it.each([
    ["10 million", "10,000,000 videos and 10M"],
    ["200 ms", "0.2 s or 200"],
    ["5%", "0.05, 5 percent"],
    ["a third of the searches", "33% and 33.3%"],
  ])("%s gives %s", (told, text) => {
    expect(knows(told, text)).toBe(true);
  });
  it.each([
    ["10 million", "11 million"],
    ["5%", "5 ms"],
    ["200 ms", "200 s"],
    ["33%", "33.3%"],
    ["a third", "35%"],
  ])("%s does not give %s", (told, text) => {
    expect(knows(told, text)).toBe(false);
  });

  it("are found in a component's props, whatever their depth", () => {
    const props = { rate: 0.025, steps: [["Ranking 800", 60]], state: "items=200000&seed=7" };
    expect(givenInProps(props).map(({ value }) => value)).toEqual(
      expect.arrayContaining([0.025, 800, 60, 200_000]),
    );
  });
});
