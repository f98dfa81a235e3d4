import { describe, expect, it } from "vitest";
import { DAY_MS } from "./day";
import { GRADES } from "./grades";
import {
  intervalDays,
  intervalMultiplier,
  type Memory,
  newMemory,
  recallProbability,
  reviewCard,
} from "./schedule";

const start = new Date("2026-11-29T10:00:00Z");
const later = (days: number) => new Date(start.getTime() + days * DAY_MS);
const review = (memory: Memory, grade: 1 | 2 | 3 | 4, at: Date) => reviewCard(memory, grade, at, "UTC");
const known = review(newMemory(start), 3, start);

/** Reference values of FSRS-6 with default weights, computed apart from the package by its published formulas. */
describe("FSRS-6 against the reference values", () => {
  it("gives stability and difficulty of a first Good", () => {
    expect(known.stability).toBeCloseTo(2.3065, 8);
    expect(known.difficulty).toBeCloseTo(2.11810397, 8);
  });

  it.each([
    [1, 0.6075801, 7.39450274],
    [2, 7.51332013, 4.75285849],
    [3, 10.96433194, 2.11121424],
    [4, 18.52175344, 1],
  ] as const)("gives stability and difficulty of grade %i after two days", (grade, stability, difficulty) => {
    const after = review(known, grade, later(2));
    expect(after.stability).toBeCloseTo(stability, 8);
    expect(after.difficulty).toBeCloseTo(difficulty, 8);
  });

  it("gives the next intervals 1, 8, 11 and 19 days", () => {
    const stabilities = GRADES.map((grade) => review(known, grade, later(2)).stability);
    expect(stabilities.map(intervalDays)).toEqual([1, 8, 11, 19]);
  });

  it.each([
    [0.95, 0.40255869],
    [0.9, 1],
    [0.85, 1.90642614],
    [0.8, 3.3159598],
    [0.7, 9.28791121],
  ])("stretches the interval for a retention of %f", (retention, multiplier) => {
    expect(intervalMultiplier(retention)).toBeCloseTo(multiplier, 7);
  });

  it.each([
    [2, 2.3065, 0.909493],
    [10, 2.3065, 0.77436692],
    [30, 10, 0.8093881],
  ])("forgets: after %f days at stability %f", (days, stability, recall) => {
    expect(recallProbability(days, stability)).toBeCloseTo(recall, 6);
  });
});

describe("reviewCard", () => {
  it("shows a failed card again after ten minutes and a known one after days", () => {
    const due = GRADES.map((grade) => review(known, grade, later(2)).dueAt.getTime() - later(2).getTime());
    expect(due).toEqual([600_000, 8 * DAY_MS, 11 * DAY_MS, 19 * DAY_MS]);
  });

  it("counts days as the person does: two evenings in Los Angeles are one day apart, though UTC's date moved by two", () => {
    const evening = new Date("2026-11-29T23:30:00Z");
    const nextEvening = new Date("2026-12-01T05:00:00Z");
    const first = reviewCard(newMemory(evening), 3, evening, "America/Los_Angeles");
    const there = reviewCard(first, 3, nextEvening, "America/Los_Angeles");
    const inUtc = reviewCard(first, 3, nextEvening, "UTC");
    expect(there.stability).toBeLessThan(inUtc.stability);
  });

  it("is reproducible", () => {
    expect(review(known, 3, later(5))).toEqual(review(known, 3, later(5)));
  });
});
