import { describe, expect, test } from "vitest";
import { CLASS_LOG_KINDS } from "./class-log";
import { changeWords, kindsOfArea, LOG_AREAS } from "./log-words";

test("every kind of entry is found in one area", () => {
  expect(LOG_AREAS.flatMap(kindsOfArea).sort()).toEqual([...CLASS_LOG_KINDS].sort());
});

describe("a change in words", () => {
  test("says what differs and nothing else, with dates in the class's zone", () => {
    const before = { title: "A", attempts: 1, dueAtMs: Date.UTC(2026, 11, 11, 22, 59), stages: ["data"] };
    const after = { ...before, attempts: 2, dueAtMs: Date.UTC(2026, 11, 12, 22, 59), stages: [] };
    expect(changeWords(before, after, "Europe/Berlin", false)).toEqual([
      "attempts: 1 → 2",
      "due at: Fri 11 Dec 2026, 23:59 Berlin → Sat 12 Dec 2026, 23:59 Berlin",
      'stages: ["data"] → []',
    ]);
  });

  test("says a first value alone, and that something was taken away", () => {
    expect(changeWords(undefined, { role: "student" }, "UTC", false)).toEqual(["role: student"]);
    expect(changeWords({ reason: "ill" }, {}, "UTC", false)).toEqual(["reason: ill → none"]);
  });

  test("says nothing of what was empty before and is left out after", () => {
    const before = { body: "Why?", pointId: null, label: "" };
    expect(changeWords(before, undefined, "UTC", false)).toEqual(["body: Why? → none"]);
  });

  test("says no text where a student is hidden: it could hold a name", () => {
    const before = { body: "Well done, Ada", credit: 0.5, by: "ada" };
    expect(changeWords(before, { credit: 1, to: "bob" }, "UTC", true)).toEqual(["credit: 0.5 → 1"]);
  });

  test("cuts what is long, and is quiet about what is no object", () => {
    expect(changeWords({}, { body: "x".repeat(500) }, "UTC", false)[0]).toHaveLength("body: ".length + 81);
    expect(changeWords(null, "text", "UTC", false)).toEqual([]);
  });
});
