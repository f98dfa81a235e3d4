import { describe, expect, it } from "vitest";
import { annotate, compileConcepts } from "./concepts";
import { segment } from "./segments";
import { tokenise } from "./tokens";

const words = (text: string) => tokenise(text).map(({ word }) => word);

describe("tokens", () => {
  it.each([
    ["200ms at p99", ["200", "ms", "at", "p99"]],
    ["We don't re-rank", ["we", "do", "not", "re", "rank"]],
    ["recall@300, NDCG@20", ["recall", "300", "ndcg", "20"]],
    ["drift, \u200Bhid\u200Bden", ["drift", "hidden"]],
    ["\uFF24\uFF32\uFF29\uFF26\uFF34 naïve", ["drift", "naive"]],
    ["it's 11,600 a second", ["it", "11,600", "a", "second"]],
  ])("reads %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ["optimise", "optimized"],
    ["labelled", "labeling"],
    ["behaviour", "behaviors"],
    ["normalisation", "normalization"],
  ])("gives %s and %s one stem", (a, b) => {
    expect(tokenise(a)[0]?.stem).toBe(tokenise(b)[0]?.stem);
  });
});

describe("segments", () => {
  const quotes = (text: string) => segment(text).map(({ start, end }) => text.slice(start, end));

  it("cuts sentences and keeps abbreviations and decimals", () => {
    expect(quotes("Use AUC, e.g. per head. Alert above 0.2. Done")).toEqual([
      "Use AUC, e.g. per head.",
      "Alert above 0.2.",
      "Done",
    ]);
  });

  it("cuts lists without their marks, and says what is a list", () => {
    const text = "Sources:\n- two-tower\n- co-watch\n\n## Split\nBy time.";
    expect(quotes(text)).toEqual(["Sources:", "two-tower", "co-watch", "Split", "By time."]);
    expect(segment(text).map(({ kind }) => kind)).toEqual(["prose", "item", "item", "heading", "prose"]);
  });

  it("cuts a run-on sentence into pieces short enough to quote", () => {
    const text = Array.from({ length: 200 }, (_, i) => `word${i}`).join(" ");
    expect(Math.max(...segment(text).map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(45);
  });
});

describe("concepts", () => {
  const index = compileConcepts([
    { id: "watch-time", forms: ["watch time", "minutes watched"] },
    { id: "ann", forms: ["approximate nearest neighbour", "hnsw"] },
    { id: "watch", forms: ["watch", "view"] },
  ]);
  const concepts = (text: string) => annotate(tokenise(text), index).map((unit) => [...unit.concepts].join());

  it("takes the longest form and remembers what lies inside", () => {
    expect(concepts("minutes watched per user")).toEqual(["watch-time", ""]);
    expect([...(annotate(tokenise("watch times"), index)[0]?.inner ?? [])]).toEqual(["watch"]);
  });

  it("matches inflections", () => {
    expect(concepts("approximate nearest neighbours")).toEqual(["ann"]);
  });
});
