/** What graders are told of a press over many answers. */
import { expect, test } from "vitest";
import { decidedWords, fieldWords, recalibratedWords } from "./group-words";

const answer = { submissionId: "a", revision: 1 };
const refused = { submissionId: "b", label: "Student 417", credit: 1, grader: "Ann" };

test("credit for a group says what changed, what was so already and what somebody else decided", () => {
  expect(decidedWords({ changed: [answer, answer], same: 0, refused: [] }, 1)).toBe("2 answers decided.");
  expect(decidedWords({ changed: [answer], same: 1, refused: [refused] }, 0.5)).toBe(
    "1 answer decided. 1 answer had that already. 1 answer left as somebody else decided meanwhile.",
  );
  expect(decidedWords({ changed: [answer], same: 0, refused: [] }, null)).toBe("1 answer undecided again.");
});

test("learning says from how much, and what moved", () => {
  expect(recalibratedWords({ points: 0, decided: 2, changed: 0 })).toContain("three decided answers");
  expect(recalibratedWords({ points: 1, decided: 3, changed: 0 })).toContain("no suggestion changed");
  expect(recalibratedWords({ points: 2, decided: 9, changed: 1 })).toContain("1 suggestion changed");
});

test("groups stand under the name of the decision that makes them, or under the verdict", () => {
  const fields = [{ id: "loss", label: "Loss" }];
  expect(fieldWords({ fields, field: "loss" })).toBe("Loss");
  expect(fieldWords({ fields, field: null })).toBe("The machine's verdict");
});
