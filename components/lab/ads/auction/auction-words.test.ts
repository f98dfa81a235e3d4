import { describe, expect, it } from "vitest";
import { sampleRun } from "@/tests/support/ad-run";
import {
  againstTruth,
  bidders,
  describeOutcome,
  describeRevenue,
  describeShifts,
  runnerUp,
  summariseRun,
  whyLost,
  whyPrice,
} from "./auction-words";

const run = sampleRun([
  { ad: 1, bid: 1, rate: 0.02, truth: 0.01 },
  { ad: 2, bid: 2, rate: 0.008, truth: 0.009 },
  { ad: 3, bid: 0.1, rate: 0.003 },
]);
const [winner, second, third] = bidders(run);
if (!winner || !second || !third) throw new Error("Three ads take part.");

describe("an auction in words", () => {
  it("names the winner, what it pays and who came next", () => {
    expect(describeOutcome(run)).toBe(
      "“Ad 1” wins and pays 0.80 per click. “Ad 2” came next, with an eCPM of 16.00 against 20.00.",
    );
    expect(whyPrice(run, winner)).toContain(
      "bids 1.00 and pays 0.80 per click: the least with which its eCPM of 20.00",
    );
    expect(runnerUp(run)?.card.ad).toBe(2);
  });

  it("says of a loser by how much, by what, and which bid would have won", () => {
    expect(whyLost(run, second)).toBe(
      "Its eCPM is 4.00 below that of “Ad 1”. It bids more (2.00 against 1.00) but is predicted to be clicked less often (0.8 % against 2.0 %). A bid of 3.00 instead of 2.00 would have won.",
    );
    expect(whyLost(run, third)).toBe("Its eCPM of 0.30 is below the reserve of 0.50.");
    expect(whyLost(run, winner)).toBe("");
  });

  it("says so when both bid the same, or are clicked equally often", () => {
    const alike = sampleRun([
      { ad: 1, bid: 1.2, rate: 0.01 },
      { ad: 2, bid: 1, rate: 0.01 },
      { ad: 3, bid: 1.2, rate: 0.005 },
    ]);
    const [, equallyClicked, equallyBidding] = bidders(alike);
    expect(equallyClicked && whyLost(alike, equallyClicked)).toContain(
      "It bids less (1.00 against 1.20), and both are predicted to be clicked equally often (1.0 %).",
    );
    expect(equallyBidding && whyLost(alike, equallyBidding)).toContain(
      "Both bid 1.20, but it is predicted to be clicked less often (0.5 % against 1.0 %).",
    );
  });

  it("tells where the truth would have chosen otherwise", () => {
    expect(againstTruth(run, second)).toContain("18.00 per thousand, more than the 10.00 of the winner");
    expect(againstTruth(run, third)).toBe("");
    expect(describeRevenue(run)).toContain("16.00 as predicted, 8.00 by the true click rates");
  });

  it("lets the reserve set the price where nobody below reaches it", () => {
    const alone = sampleRun(
      [
        { ad: 1, bid: 1, rate: 0.02 },
        { ad: 2, bid: 0.1, rate: 0.001 },
      ],
      { reserve: 5 },
    );
    const [first] = bidders(alone);
    expect(first && whyPrice(alone, first)).toContain(
      "pays 0.25 per click: nobody whom it has to beat reaches the reserve of 5.00",
    );
    expect(describeOutcome(sampleRun([{ ad: 1, bid: 1, rate: 0.02 }], { reserve: 50 }))).toContain(
      "nothing is shown",
    );
  });

  it("compares with the knobs as shipped: another ad, another price, nothing at all", () => {
    const other = sampleRun([
      { ad: 1, bid: 1, rate: 0.02 },
      { ad: 2, bid: 2, rate: 0.012 },
    ]);
    expect(describeShifts(other, run)).toContain(
      "With the knobs as shipped “Ad 1” is shown. Why not here: its eCPM is 4.00 below",
    );
    const dearer = sampleRun([
      { ad: 1, bid: 1, rate: 0.02 },
      { ad: 2, bid: 2, rate: 0.009 },
    ]);
    expect(describeShifts(dearer, run)).toContain("at 0.90 per click instead of 0.80");
    expect(describeShifts(run, run)).toBe("");
    expect(summariseRun(other, run)).toBe("“Ad 2” wins, pays 1.67");
  });
});
