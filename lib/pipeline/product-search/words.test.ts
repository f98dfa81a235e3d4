import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDictionary } from "./dictionary";
import { createSpeller, editDistance } from "./spelling";
import { differingStretches } from "./synonyms";
import { contentWords } from "./text-index";

describe("spelling correction", () => {
  const words = ["kettle", "kettles", "blender", "headphones", "mattress", "sofa"];
  const speller = createSpeller(words, [50, 6, 40, 30, 20, 90]);

  it("finds one edit of any kind, and two in a long word", () => {
    expect(speller.correct("ketle")).toEqual({ word: "kettle", edits: 1 });
    expect(speller.correct("kettel")).toEqual({ word: "kettle", edits: 1 });
    expect(speller.correct("blemder")).toEqual({ word: "blender", edits: 1 });
    expect(speller.correct("hedphonse")).toEqual({ word: "headphones", edits: 2 });
    expect(speller.correct("toaster")).toBeNull();
  });

  it("takes the commoner of two words that are as near, and leaves numbers alone", () => {
    expect(speller.correct("kettlee")).toEqual({ word: "kettle", edits: 1 });
    expect(speller.correct("kettle9")).toBeNull();
    expect(createSpeller(["kettle"], [2]).correct("ketle")).toBeNull();
  });

  it("measures edits as a distance does", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const edits = editDistance(left, right);
        expect(edits).toBe(editDistance(right, left));
        expect(edits === 0).toBe(left === right);
        expect(edits).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
        expect(edits).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
    expect(editDistance("ab", "ba")).toBe(1);
  });
});

describe("two searches for the same thing", () => {
  it("differ in one stretch of words, or teach nothing", () => {
    expect(differingStretches([1, 2, 3], [1, 9, 3])).toEqual({ left: [2], right: [9] });
    expect(differingStretches([1, 2], [1, 8, 9])).toEqual({ left: [2], right: [8, 9] });
    expect(differingStretches([1, 2], [1, 2])).toBeNull();
    expect(differingStretches([1, 2], [1, 2, 3])).toBeNull();
    expect(differingStretches([1, 2, 3, 4], [5, 6, 7, 8])).toBeNull();
  });
});

describe("the dictionary", () => {
  const vocabulary = [...new Set(["sofa", "cover", "bed", "black", "xl", "lamp", "desk"])];
  const dictionary = createDictionary((word) => vocabulary.indexOf(word));
  const termsOf = (text: string) => contentWords(text).map((word) => vocabulary.indexOf(word));

  it("takes the longest name, and says where it stands", () => {
    const found = dictionary.recognise(termsOf("black sofa cover"));
    expect(found.find(({ field }) => field === "type")).toMatchObject({
      name: "sofa cover",
      at: 1,
      length: 2,
    });
    expect(found.find(({ field }) => field === "colour")).toMatchObject({ name: "black", at: 0 });
  });

  it("knows no word that no title holds", () => {
    expect(dictionary.recognise(termsOf("kettle"))).toEqual([]);
  });
});
