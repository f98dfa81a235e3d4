import { expect, test } from "vitest";
import { lateWords } from "./late-words";

test.each([
  [0, "0 s"],
  [1, "1 s"],
  [59, "59 s"],
  [60, "1 min"],
  [901, "15 min 1 s"],
  [3_600, "1 h"],
  [5_400, "1 h 30 min"],
  [86_399, "23 h 59 min"],
  [86_400, "1 d"],
  [1.3 * 86_400, "1 d 7 h"],
])("%d seconds are %s", (seconds, words) => {
  expect(lateWords(seconds)).toBe(words);
});
