import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsOf, wordsOf } from "./words";

describe("the words of a text", () => {
  it("index a field term joined and by its parts", () => {
    expect(termsOf("NDCG@10 of DCN-v2")).toEqual(["ndcg10", "ndcg", "dcnv2", "dcn", "v2"]);
    expect(termsOf("a two-tower model")).toEqual(["twotower", "two", "tower", "model"]);
    expect(termsOf("an A/B test")).toEqual(["ab", "test"]);
  });

  it("drop accents, case, the possessive and pure numbers", () => {
    expect(termsOf("Café’s 0.7886 AUC, 10–20 %")).toEqual(["cafe", "auc"]);
  });

  it("know where they stand", () => {
    const text = "the DCN-v2 ranker";
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "the",
      "DCN-v2",
      "ranker",
    ]);
  });

  it("never overlap, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let last = 0;
        for (const { start, end, joined } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(joined).not.toBe("");
          last = end;
        }
      }),
    );
  });
});
