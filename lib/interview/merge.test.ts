import { describe, expect, test } from "vitest";
import { EMPTY_TEXT, mergeSplice, type SharedText } from "./merge";
import { changeFromSplice, moveIndex } from "./text-change";

const write = (
  shared: SharedText,
  seq: number,
  origin: string,
  base: number,
  index: number,
  remove: number,
  insert: string,
) => mergeSplice(shared, { seq, origin, base, splice: { index, remove, insert } });

describe("two writers", () => {
  const start = write(EMPTY_TEXT, 1, "one", 0, 0, 0, "use matrix factorization here").shared;

  test("edits in different places both stay, without a conflict", () => {
    const first = write(start, 2, "one", 1, 0, 3, "try");
    const second = write(first.shared, 3, "two", 1, 25, 4, "now");
    expect(second.shared.text).toBe("try matrix factorization now");
    expect(second.overlaps).toEqual([]);
  });

  test("edits of the same words keep both texts in the answer and in a conflict", () => {
    const first = write(start, 2, "one", 1, 4, 20, "two towers");
    const second = write(first.shared, 3, "two", 1, 11, 13, "trees");
    expect(second.shared.text).toBe("use two towerstrees here");
    expect(second.overlaps).toEqual([
      {
        first: { origin: "one", removed: "matrix factorization", inserted: "two towers" },
        second: { origin: "two", removed: "", inserted: "trees" },
        index: 14,
      },
    ]);
  });

  test("a word changed inside a paragraph that the other deleted can be recovered", () => {
    const first = write(start, 2, "one", 1, 0, 29, "");
    const second = write(first.shared, 3, "two", 1, 4, 6, "tensor");
    expect(second.shared.text).toBe("tensor");
    expect(second.overlaps[0]?.first.removed).toBe("use matrix factorization here");
  });

  test("typing at the same place is no conflict: both follow each other", () => {
    const first = write(start, 2, "one", 1, 29, 0, " A");
    const second = write(first.shared, 3, "two", 1, 29, 0, " B");
    expect(second.shared.text).toBe("use matrix factorization here A B");
    expect(second.overlaps).toEqual([]);
  });

  test("positions outside the text are moved to its end, never thrown", () => {
    expect(write(start, 2, "one", 1, 9_999, 9_999, "!").shared.text).toBe("use matrix factorization here!");
  });
});

test("a caret stays at its word when someone else edits before it", () => {
  const change = changeFromSplice({ index: 0, remove: 4, insert: "abcdef" }, 10);
  expect([0, 2, 4, 8].map((index) => moveIndex(index, change))).toEqual([6, 6, 6, 10]);
});
