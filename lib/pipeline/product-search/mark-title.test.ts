import fc from "fast-check";
import { expect, it } from "vitest";
import { normaliseWord, stemOf } from "../search/tokens";
import { markTitle, wordOfStem } from "./mark-title";

const matches = (title: string, terms: readonly string[]) =>
  markTitle(title, terms).flatMap(({ text, isMatch }) => (isMatch ? [text] : []));

it("marks every word with a matched stem, in its own spelling", () => {
  const terms = ["bottles", "insulated"].map((word) => stemOf(normaliseWord(word)));
  expect(matches("Insulating Bottle, 2 bottles, BottleBrush", terms)).toEqual([
    "Insulating",
    "Bottle",
    "bottles",
  ]);
  expect(matches("Kettle KX-20", ["20"])).toEqual(["20"]);
  expect(matches("Nothing here", ["bottl"])).toEqual([]);
});

it("names a stem by the word that stands there", () => {
  expect(wordOfStem("Two Insulating Bottles", stemOf("bottle"))).toBe("Bottles");
  expect(wordOfStem("Two Bottles", "insul")).toBe("insul");
});

it("gives back the title whole, whatever was matched", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (title, terms) => {
      const parts = markTitle(title, terms);
      expect(parts.map(({ text }) => text).join("")).toBe(title);
      expect(parts.every(({ text }) => text !== "")).toBe(true);
    }),
  );
});
