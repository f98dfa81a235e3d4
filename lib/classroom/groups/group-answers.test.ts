/** Which answers are graded together, and in which order their groups stand. */
import { describe, expect, test } from "vitest";
import { groupAnswers, NO_CHOICE } from "./group-answers";
import { groupQuery, parseGroupView } from "./view";

const answer = (submissionId: string, key: string, credit: number | null = null) => ({
  ...{ submissionId, key, credit },
});
const shape = (groups: ReturnType<typeof groupAnswers>) =>
  groups.map(({ key, answers, undecided }) => [key, answers.length, undecided]);

describe("groups", () => {
  test("of verdicts stand from the worst to the best", () => {
    const answers = ["explained", "missing", "partly", "missing"].map((key, i) => answer(String(i), key));
    expect(shape(groupAnswers(answers, "verdict"))).toEqual([
      ["missing", 2, 2],
      ["partly", 1, 1],
      ["explained", 1, 1],
    ]);
  });

  test("of choices stand by size, and those without a choice are a group of their own at the end", () => {
    const keys = [NO_CHOICE, NO_CHOICE, NO_CHOICE, "time", "random", "time"];
    const answers = keys.map((key, i) => answer(String(i), key, i === 3 ? 0 : null));
    expect(shape(groupAnswers(answers, "field"))).toEqual([
      ["time", 2, 1],
      ["random", 1, 1],
      [NO_CHOICE, 3, 3],
    ]);
  });
});

describe("the address", () => {
  test("keeps a view, also the open group of those without a choice", () => {
    const view = { point: "data-time-split", field: "split", group: NO_CHOICE, page: 2 };
    expect(parseGroupView(Object.fromEntries(new URLSearchParams(groupQuery(view))))).toEqual(view);
  });

  test("is read as if what makes no sense were not there", () => {
    expect(parseGroupView({ point: ["a", "b"], field: "", page: "-3" })).toEqual({
      ...{ point: null, field: null, group: null, page: 1 },
    });
  });
});
