import { expect, it } from "vitest";
import type { QueryToken, Understanding } from "@/lib/pipeline/product-search/trace";
import { describeCategories, describeToken, describeUnderstood, readWords } from "./understood-words";

const token = (word: string, part: Partial<QueryToken> = {}): QueryToken => ({
  word,
  term: word,
  status: "known",
  edits: 0,
  documents: 12,
  idf: 3,
  synonyms: [],
  role: null,
  ...part,
});
const understanding = (part: Partial<Understanding> = {}): Understanding => ({
  tokens: [
    token("botle", { term: "bottl", status: "corrected", edits: 1, documents: 1_204, role: "type" }),
    token("blue", { synonyms: [{ term: "navi", weight: 0.8, documents: 3 }] }),
    token("zzyx", { status: "unknown", documents: 0 }),
  ],
  brand: null,
  type: "bottle",
  attributes: [{ name: "colour", value: "blue" }],
  categories: [
    { name: "Kitchen", share: 0.72 },
    { name: "Garden", share: 0.08 },
  ],
  intent: "type",
  correctedText: "bottle blue zzyx",
  ...part,
});

it("puts each typed word beside the word that was searched", () => {
  expect(readWords(understanding()).map(({ token: { word }, corrected }) => [word, corrected])).toEqual([
    ["botle", "bottle"],
    ["blue", "blue"],
    ["zzyx", "zzyx"],
  ]);
  const plain = understanding({ correctedText: null });
  expect(readWords(plain).map(({ corrected }) => corrected)).toEqual(["botle", "blue", "zzyx"]);
});

it("says what became of a word", () => {
  expect(understanding().tokens.map(describeToken)).toEqual([
    "1 edit away, in 1,204 titles",
    "in 12 titles",
    "in no title",
  ]);
});

it("tells the whole in sentences, and an empty text as one", () => {
  expect(describeUnderstood(understanding())).toBe(
    "Corrected “botle” to “bottle”. No title has “zzyx”. Added 1 synonym. It asks for a type of product.",
  );
  expect(describeUnderstood(understanding({ tokens: [], intent: "open" }))).toBe(
    "Nothing to search was left of the text.",
  );
  expect(describeCategories(understanding())).toBe("Kitchen 72 %, Garden 8 %");
});
