import { describe, expect, it } from "vitest";
import { tokenise } from "@/lib/grading/text/tokens";
import { quantitiesIn } from "./quantities";

const read = (text: string) =>
  quantitiesIn(text, tokenise(text)).map(({ kind, value }) => [kind, Number(value.toPrecision(6))]);

describe("numbers in a sentence", () => {
  it.each([
    ["10,000 candidates", [["count", 10_000]]],
    ["200ms at most", [["seconds", 0.2]]],
    ["200 ms", [["seconds", 0.2]]],
    [
      "5M items and 2B rows",
      [
        ["count", 5e6],
        ["count", 2e9],
      ],
    ],
    ["ten million videos", [["count", 1e7]]],
    ["within ten minutes", [["seconds", 600]]],
    ["cached for a minute", [["seconds", 60]]],
    ["ten opens a day", [["count", 10]]],
    ["one model", []],
    ["29k QPS", [["rate", 29_000]]],
    ["12.8 GB", [["bytes", 12.8e9]]],
    ["0.5% of users", [["percent", 0.005]]],
    ["five percent", [["percent", 0.05]]],
    ["7 days", [["seconds", 604_800]]],
    ["20 µs each", [["seconds", 20e-6]]],
    ["no number here", []],
    [
      "NDCG@1 .362",
      [
        ["count", 1],
        ["count", 0.362],
      ],
    ],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
