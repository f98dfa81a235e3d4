import { describe, expect, it } from "vitest";
import type { PointGrade } from "@/lib/grading/types";
import { companyOf, companyWeight, isSpoilt, ofCap, settle } from "./company";

const point = (credit: number, more: Partial<PointGrade> = {}): PointGrade => ({
  id: "data-x",
  stage: "data",
  level: "mid",
  weight: 1,
  verdict: "partly",
  credit,
  receipt: null,
  gate: null,
  misconception: null,
  ...more,
});
const wrong = { text: "", feedback: "", receipt: { part: "data" as const, start: 0, end: 1, quote: "x" } };
const strength = { weight: 1, isSpoilt: false, isDoubtful: false };

describe("the company of a point", () => {
  it("is what the others came to, without the point itself", () => {
    const own = point(0);
    const others = [
      point(0.9),
      point(0.3, { gate: "mentioned" }),
      point(0, { misconception: wrong }),
      point(0.8),
    ];
    expect(companyOf([own, ...others], own)).toEqual({
      othersCredit: 0.5,
      othersExplained: 0.5,
      othersMisconceived: 0.25,
      othersMentioned: 0.25,
    });
    expect(companyOf([own], own).othersCredit).toBe(0);
  });

  it("does not count in a short text, and counts in full in a long one", () => {
    const words = (count: number) => companyWeight("word ".repeat(count));
    expect([words(0), words(30), words(45), words(60), words(400)]).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe("settling what words leave open", () => {
  it("lifts a doubtful point, but explains nothing by itself", () => {
    expect(settle(0.3, 0.5, strength)).toBe(0.5);
    expect(settle(0.3, 0.95, strength)).toBe(0.6);
    expect(settle(0.3, 0.95, { ...strength, weight: 0.5 })).toBe(0.6);
    expect(settle(0.7, 0.95, strength)).toBe(0.7);
  });

  it("leaves what was explained, unless something wrong stands beside it", () => {
    expect(settle(0.9, 0.4, strength)).toBe(0.8);
    expect(settle(0.9, 0.4, { ...strength, isDoubtful: true })).toBe(0.4);
    expect(settle(0.5, 0.2, strength)).toBe(0.2);
  });

  it("lifts nothing in a text of shuffled words, and lets nothing there be explained", () => {
    const spoilt = [point(0.3, { gate: "order" }), point(0.1, { gate: "injection" }), point(0.5)];
    expect(isSpoilt(spoilt)).toBe(true);
    expect(isSpoilt([point(0.3, { gate: "mentioned" }), point(0.5)])).toBe(false);
    const spoiltText = { ...strength, isSpoilt: true };
    expect([settle(0.3, 0.6, spoiltText), settle(0.9, 0.95, spoiltText)]).toEqual([0.3, 0.6]);
  });
});

it("naming earns less the more of a text only names, and never nothing", () => {
  const named = (n: number) =>
    Array.from({ length: n }, () => point(0.35, { gate: "mentioned", verdict: "mentioned" }));
  const own = point(0.35, { gate: "mentioned", verdict: "mentioned" });
  expect(ofCap([own, ...named(4)], own, 1)).toBe(0.1);
  expect(ofCap([own, ...named(1), point(0.9), point(0.9), point(0.9)], own, 1)).toBe(0.75);
  expect(ofCap([own, ...named(4)], own, 0)).toBe(1);
  expect(ofCap([own], own, 1)).toBe(1);
});
