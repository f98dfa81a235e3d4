/** What is typed into a box for a number. */
import { expect, test } from "vitest";
import { numberTyped } from "./decision-words";

test("a number may be typed with a point, a comma or a minus", () => {
  expect([numberTyped("0.75"), numberTyped("0,75"), numberTyped(" -5 ")]).toEqual([0.75, 0.75, -5]);
});

test("an emptied box is no zero, and words are no number", () => {
  expect([numberTyped(""), numberTyped(" "), numberTyped("five")]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});
