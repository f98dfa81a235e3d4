import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { cascadeClickProbabilities, cascadeLogLikelihood, fitCascadeModel } from "./cascade-model";
import { examinationFromSwaps } from "./examination";
import {
  attractiveWithoutClick,
  fitPositionBasedModel,
  type PositionClicks,
  positionBasedLogLikelihood,
  seenWithoutClick,
} from "./position-based-model";
import { seenProbability } from "./position-bias";

const POSITIONS = 6;
const ETA = 0.9;
const SEEN = Array.from({ length: POSITIONS }, (_, column) => seenProbability(column + 1, ETA));

/** Items at two positions each; those of high attraction stand higher, as a good ranker would have it. */
function simulate(items: number, shown: number, random: Random): PositionClicks & { attraction: number[] } {
  const attraction = Array.from({ length: items }, () => 0.05 + 0.6 * random.next());
  const rows = attraction.flatMap((alpha, item) => {
    const usual = Math.min(POSITIONS - 1, Math.floor((1 - alpha) * POSITIONS));
    const places = new Set([usual, random.integer(POSITIONS)]);
    return [...places].sort().map((column) => {
      const impressions = shown * (column === usual ? 3 : 1);
      const clicks = drawBinomial(impressions, (SEEN[column] ?? 0) * alpha, random);
      return { item, position: column + 1, impressions, clicks };
    });
  });
  return {
    size: rows.length,
    items,
    positions: POSITIONS,
    item: Int32Array.from(rows, ({ item }) => item),
    position: Uint8Array.from(rows, ({ position }) => position),
    impressions: Float64Array.from(rows, ({ impressions }) => impressions),
    clicks: Float64Array.from(rows, ({ clicks }) => clicks),
    attraction,
  };
}
const log = simulate(400, 400, createRandom("pbm"));
const largestError = (found: ArrayLike<number>) =>
  Math.max(...SEEN.map((seen, column) => Math.abs((found[column] ?? 0) / seen - 1)));

describe("the position-based model", () => {
  it("has the posteriors of its graph: seen or attractive, but not both", () => {
    expect(seenWithoutClick(0.5, 0.4)).toBeCloseTo(0.375, 12);
    expect(attractiveWithoutClick(0.5, 0.4)).toBeCloseTo(0.25, 12);
  });

  it("is recovered by expectation maximisation, where click rates are far off", () => {
    const model = fitPositionBasedModel(log, 200);
    expect(largestError(model.examination)).toBeLessThan(0.08);
    const error = log.attraction.reduce(
      (sum, alpha, item) => sum + Math.abs((model.attraction[item] ?? 0) - alpha),
      0,
    );
    expect(error / log.items).toBeLessThan(0.03);
    const rate = (position: number) => {
      const at = [...log.position.keys()].filter((row) => log.position[row] === position);
      const sum = (values: Float64Array) => at.reduce((total, row) => total + (values[row] ?? 0), 0);
      return sum(log.clicks) / sum(log.impressions);
    };
    expect(rate(POSITIONS) / rate(1)).toBeLessThan((SEEN[POSITIONS - 1] ?? 0) * 0.6);
  });

  it("never becomes less likely from one iteration to the next", () => {
    const likelihoods = [1, 2, 5, 20, 100].map((iterations) =>
      positionBasedLogLikelihood(log, fitPositionBasedModel(log, iterations)),
    );
    expect(likelihoods).toEqual([...likelihoods].sort((a, b) => a - b));
  });

  it("has the likelihood of its coin flips", () => {
    const one = {
      size: 1,
      items: 1,
      positions: 2,
      item: Int32Array.of(0),
      position: Uint8Array.of(2),
      impressions: Float64Array.of(10),
      clicks: Float64Array.of(3),
    };
    const model = { examination: Float64Array.of(1, 0.5), attraction: Float64Array.of(0.4) };
    expect(positionBasedLogLikelihood(one, model)).toBeCloseTo(3 * Math.log(0.2) + 7 * Math.log(0.8), 12);
  });
});

describe("examination from interventions", () => {
  it("is the chain of click ratios of swapped pairs", () => {
    const found = examinationFromSwaps([
      { upper: 400, lower: 200 },
      { upper: 100, lower: 80 },
    ]);
    expect([...found]).toEqual([1, 0.5, 0.4]);
    expect(examinationFromSwaps([{ upper: 0, lower: 2 }])[1]).toBeNaN();
  });
});

describe("the cascade model", () => {
  it("clicks once or never", () => {
    const attractions = [0.5, 0.2, 0.4];
    const clicks = cascadeClickProbabilities(attractions);
    expect([...clicks]).toEqual([0.5, 0.1, 0.16000000000000003]);
    clicks.forEach((chance, column) => {
      expect(cascadeLogLikelihood(attractions, column + 1)).toBeCloseTo(Math.log(chance), 12);
    });
    expect(cascadeLogLikelihood(attractions, 0)).toBeCloseTo(Math.log(0.24), 12);
  });

  it("is fitted by clicks over what was reached", () => {
    const random = createRandom("cascade");
    const truth = [0.3, 0.1, 0.5, 0.05];
    const size = 20_000;
    const items = new Int32Array(size * 3).fill(-1);
    const clickedPosition = Uint8Array.from({ length: size }, (_, page) => {
      const shift = random.integer(4);
      let clicked = 0;
      for (let column = 0; column < 3; column++) {
        const item = (shift + column) % 4;
        items[page * 3 + column] = item;
        if (clicked === 0 && random.next() < (truth[item] ?? 0)) clicked = column + 1;
      }
      return clicked;
    });
    const found = fitCascadeModel({ size, width: 3, items, itemCount: 5, clickedPosition });
    truth.forEach((attraction, item) => {
      expect(Math.abs((found[item] ?? 0) - attraction)).toBeLessThan(0.02);
    });
    expect(found[4]).toBeNaN();
  });
});
