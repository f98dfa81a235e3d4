import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { cascadeClickProbabilities, fitCascadeModel } from "./cascade-model";
import { fitPositionBasedModel } from "./position-based-model";
import {
  clickRateByItem,
  examinationFromShuffles,
  POORLY_RANKED,
  simulatePages,
  toCascadePages,
  toPositionClicks,
} from "./simulated-pages";

const ATTRACTIONS = [0.25, 0.1, 0.3, 0.08, 0.4, 0.15];
const draw = (kind: "position-based" | "cascade", shuffledShare: number, pages = 40_000) =>
  simulatePages(
    {
      attractions: ATTRACTIONS,
      pages,
      shuffledShare,
      truth: kind === "cascade" ? { kind } : { kind, eta: 1 },
    },
    createRandom(kind),
  );
const meanError = (found: ArrayLike<number>) =>
  ATTRACTIONS.reduce((sum, truth, item) => sum + Math.abs((found[item] ?? 0) - truth), 0) /
  ATTRACTIONS.length;

describe("pages read by position", () => {
  const pages = draw("position-based", 0.2);
  it("are seen as their truth says", () => {
    pages.seenShare.forEach((share, column) => {
      expect(Math.abs(share - 1 / (column + 1))).toBeLessThan(0.01);
    });
  });
  it("give their truth to the fitted model, and to shuffles alone", () => {
    const model = fitPositionBasedModel(toPositionClicks(pages), 300);
    const shuffled = examinationFromShuffles(pages);
    ATTRACTIONS.forEach((_, column) => {
      expect(Math.abs((model.examination[column] ?? 0) - 1 / (column + 1))).toBeLessThan(0.03);
      expect(Math.abs((shuffled[column] ?? 0) - 1 / (column + 1))).toBeLessThan(0.08);
    });
    expect(meanError(model.attraction)).toBeLessThan(0.01);
    expect(meanError(clickRateByItem(pages))).toBeGreaterThan(0.08);
  });
  it("tell nothing of examination when the order never changes: the fit explains every click rate by the wrong factors", () => {
    const truth = { kind: "position-based", eta: 0.2 } as const;
    const fixed = simulatePages(
      { attractions: ATTRACTIONS, pages: 40_000, shuffledShare: 0, truth },
      createRandom("fixed"),
    );
    const model = fitPositionBasedModel(toPositionClicks(fixed), 300);
    const rates = clickRateByItem(fixed);
    ATTRACTIONS.forEach((_, item) => {
      const explained = (model.examination[item] ?? 0) * (model.attraction[item] ?? 0);
      expect(explained).toBeCloseTo(rates[item] ?? 0, 3);
    });
    expect(meanError(model.attraction)).toBeGreaterThan(0.1);
  });
});

describe("pages read until a click", () => {
  const pages = draw("cascade", 0.2);
  it("have the click chances of the cascade on pages in the usual order", () => {
    const fixed = draw("cascade", 0);
    const clicks = ATTRACTIONS.map((_, column) => {
      let sum = 0;
      for (let page = 0; page < fixed.size; page++) sum += fixed.clicked[page * fixed.width + column] ?? 0;
      return sum / fixed.size;
    });
    cascadeClickProbabilities(ATTRACTIONS).forEach((chance, column) => {
      expect(Math.abs((clicks[column] ?? 0) - chance)).toBeLessThan(0.01);
    });
  });
  it("are read rightly by the cascade model and wrongly by the position-based one", () => {
    const cascade = fitCascadeModel(toCascadePages(pages));
    const positionBased = fitPositionBasedModel(toPositionClicks(pages), 300).attraction;
    expect(meanError(cascade)).toBeLessThan(0.01);
    expect(meanError(positionBased)).toBeGreaterThan(2 * meanError(cascade));
  });
});

describe("the numbers that the chapter on biases quotes", () => {
  const errors = (kind: "position-based" | "cascade", shuffledShare: number) => {
    const pages = simulatePages(
      {
        attractions: POORLY_RANKED,
        pages: 20_000,
        shuffledShare,
        truth: kind === "cascade" ? { kind } : { kind, eta: 1 },
      },
      createRandom(3),
    );
    const error = (found: ArrayLike<number>) =>
      POORLY_RANKED.reduce((sum, truth, item) => sum + Math.abs((found[item] ?? 0) - truth), 0) / 8;
    return [
      error(clickRateByItem(pages)),
      error(fitPositionBasedModel(toPositionClicks(pages), 200).attraction),
      error(fitCascadeModel(toCascadePages(pages))),
    ].map((value) => value.toFixed(3));
  };
  it("are raw rates, position-based model and cascade model, in this order", () => {
    expect(errors("position-based", 0.1)).toEqual(["0.138", "0.008", "0.136"]);
    expect(errors("position-based", 0)[1]).toBe("0.053");
    expect(errors("cascade", 0.1)).toEqual(["0.102", "0.027", "0.003"]);
  });
});
