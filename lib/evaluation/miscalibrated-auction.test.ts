import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { winnersCurse } from "./auction";
import { drawAuctionField, holdAuctions, pricePerClick } from "./miscalibrated-auction";

const field = drawAuctionField(3_000, 8, createRandom(5));
const right = holdAuctions(field, { factor: 1, noise: 0, slope: 1 });

describe("an auction that reads wrong probabilities", () => {
  it("does by hand what it does in the loop", () => {
    // Scores .02 x 1.5 = .03, .02, .018: the first wins and pays .02 / .015 a click; 1 % of the time it is clicked.
    const small = {
      auctions: 1,
      adsPerAuction: 3,
      bids: Float64Array.of(2, 1, 3),
      truth: Float64Array.of(0.01, 0.02, 0.004),
      errors: new Float64Array(3),
    };
    const outcome = holdAuctions(small, { factor: 1.5, noise: 0, slope: 1 });
    expect(outcome.scaled.wins).toBe(1);
    expect(outcome.revenue).toBeCloseTo((0.01 * 0.02) / 0.015, 12);
    expect(outcome.value).toBeCloseTo(0.02, 12);
    expect(outcome.scaled.promised).toBeCloseTo(0.015, 12);
  });

  it("promises what it delivers when the predictions are true, and splits the places evenly", () => {
    expect(right.scaled.promised).toBeCloseTo(right.scaled.clicks, 9);
    expect(right.scaled.wins / field.auctions).toBeCloseTo(0.5, 1);
    expect(right.revenue).toBeLessThan(right.value);
  });

  it("never creates more value than the truth finds, whatever the error", () => {
    const factor = fc.double({ min: 0.3, max: 3, noNaN: true });
    const noise = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(factor, noise, (f, n) => {
        const wrong = holdAuctions(field, { factor: f, noise: n, slope: 1 });
        expect(wrong.value).toBeLessThanOrEqual(right.value * (1 + 1e-12));
        expect(wrong.scaled.wins + wrong.others.wins).toBe(field.auctions);
      }),
      { numRuns: 25 },
    );
  });

  it("makes the neighbours of over-predicted ads pay more a click, and those ads less", () => {
    const wrong = holdAuctions(field, { factor: 1.5, noise: 0, slope: 1 });
    expect(wrong.scaled.wins).toBeGreaterThan(right.scaled.wins);
    expect(pricePerClick(wrong.others)).toBeGreaterThan(pricePerClick(right.others));
    expect(pricePerClick(wrong.scaled)).toBeLessThan(pricePerClick(right.scaled));
  });

  it("earns a little more from predictions that are too flat, and pays for it in value", () => {
    const flat = holdAuctions(field, { factor: 1, noise: 0, slope: 0.7 });
    expect(flat.revenue).toBeGreaterThan(right.revenue);
    expect(flat.value).toBeLessThan(right.value);
  });

  it("shows the winner's curse of equal ads when only noise tells them apart", () => {
    const size = 20_000 * 20;
    const random = createRandom(9);
    const equal = {
      auctions: 20_000,
      adsPerAuction: 20,
      bids: new Float64Array(size).fill(1),
      truth: new Float64Array(size).fill(0.01),
      errors: Float64Array.from({ length: size }, () => random.normal()),
    };
    const { scaled, others } = holdAuctions(equal, { factor: 1, noise: 0.1, slope: 1 });
    const ratio = (scaled.promised + others.promised) / (scaled.clicks + others.clicks);
    expect(ratio).toBeCloseTo(winnersCurse(20, 0.1), 2);
  });

  it("gives the figures that the ads case cites", () => {
    const cited = drawAuctionField(2_000, 10, createRandom(7));
    const against = holdAuctions(cited, { factor: 1, noise: 0, slope: 1 });
    const perClick = ({ revenue, scaled, others }: typeof against) =>
      revenue / (scaled.clicks + others.clicks);
    const half = holdAuctions(cited, { factor: 1.3, noise: 0, slope: 1 });
    expect(half.scaled.wins / 2_000).toBeCloseTo(0.65, 2);
    expect(half.revenue / against.revenue).toBeCloseTo(0.981, 3);
    expect(half.value / against.value).toBeCloseTo(0.987, 3);
    expect(pricePerClick(half.scaled) / pricePerClick(against.scaled)).toBeCloseTo(0.926, 3);
    expect(pricePerClick(half.others) / pricePerClick(against.others)).toBeCloseTo(1.084, 3);
    const flat = holdAuctions(cited, { factor: 1, noise: 0, slope: 0.7 });
    expect(flat.revenue / against.revenue).toBeCloseTo(1.036, 3);
    expect(flat.value / against.value).toBeCloseTo(0.989, 3);
    expect(perClick(flat) / perClick(against)).toBeCloseTo(1.13, 2);
    expect((flat.value - flat.revenue) / (against.value - against.revenue)).toBeCloseTo(0.909, 3);
    const noisy = holdAuctions(cited, { factor: 1, noise: 0.3, slope: 1 });
    expect(noisy.revenue / against.revenue).toBeCloseTo(0.922, 3);
    expect(noisy.value / against.value).toBeCloseTo(0.944, 3);
  });
});
