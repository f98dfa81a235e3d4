import { expect, it } from "vitest";
import { formatHour, formatMinutes, formatMoney, formatRate, formatRatio } from "./ads-format";

it("prints rates with two digits that say something, however rare the click", () => {
  expect([0.25, 0.0123, 0.0084, 0.00031, 0].map(formatRate)).toEqual([
    "25 %",
    "1.2 %",
    "0.84 %",
    "0.031 %",
    "0 %",
  ]);
});

it("prints money, ratios and windows with their units", () => {
  expect([0.424, 12.8, 1240.4].map(formatMoney)).toEqual(["0.42", "12.80", "1,240"]);
  expect(formatRatio(1.309)).toBe("1.31 ×");
  expect([0.5, 30, 720, 10_080].map(formatMinutes)).toEqual(["30 s", "30 min", "12 h", "7 days"]);
});

it("prints the hour of a request", () => {
  expect([0, 7.5, 23.999, 24].map(formatHour)).toEqual(["00:00", "07:30", "23:59", "24:00"]);
});
