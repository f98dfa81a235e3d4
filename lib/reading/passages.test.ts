import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPassage, quoteOf, sentencesOf } from "./passages";

const TEXT =
  "Labels. A label is a decision about what counts. It is made before the data is. Splits. A label is a decision about what counts. Split by time, never at random, because the future leaks into the past.";
const spanOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const wordsAt = (text: string, span: { start: number; end: number } | null) =>
  span && text.slice(span.start, span.end);

describe("a passage", () => {
  it("is told from its twin by the words around it", () => {
    const second = spanOf("A label is a decision about what counts.", 20);
    const quote = quoteOf(TEXT, second);
    expect(quote && findPassage(TEXT, quote, null)).toEqual(second);
  });

  it("is looked for under its own heading when the words around it changed", () => {
    const second = spanOf("A label is a decision about what counts.", 20);
    const wanted = { quote: "A label is a decision about what counts.", prefix: "", suffix: "" };
    expect(findPassage(TEXT, wanted, { start: TEXT.indexOf("Splits"), end: TEXT.length })).toEqual(second);
  });

  it("that was edited a little is found by the words it kept", () => {
    const quote = quoteOf(
      TEXT,
      spanOf("Split by time, never at random, because the future leaks into the past."),
    );
    const edited = TEXT.replace("never at random, because the future", "and never at random: the future");
    expect(quote && wordsAt(edited, findPassage(edited, quote, null))).toContain(
      "by time, and never at random: the future leaks",
    );
  });

  it("that is gone is not found", () => {
    const quote = quoteOf(
      TEXT,
      spanOf("Split by time, never at random, because the future leaks into the past."),
    );
    const without = `${TEXT.slice(0, TEXT.indexOf("Split by"))} The past is another country; random things happen there in time.`;
    expect(quote && findPassage(without, quote, null)).toBeNull();
  });

  it("is kept without the spaces around it, and not at all without words or when too long", () => {
    expect(quoteOf("one  two three", { start: 3, end: 9 })).toEqual({
      quote: "two",
      prefix: "one  ",
      suffix: " three",
    });
    expect(quoteOf("one ... two", { start: 3, end: 8 })).toBeNull();
    expect(quoteOf("word ".repeat(400), { start: 0, end: 2000 })).toBeNull();
  });

  it("is always found again in the text that it was taken from", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(120), fc.nat(120), (text, a, b) => {
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const quote = quoteOf(text, span);
        if (!quote) return;
        expect(wordsAt(text, findPassage(text, quote, null))).toBe(quote.quote);
      }),
    );
  });
});

describe("sentences", () => {
  it("cover the words of a section and nothing else", () => {
    const section = spanOf("A label is a decision about what counts. It is made before the data is.");
    expect(sentencesOf(TEXT, section).map((span) => wordsAt(TEXT, span))).toEqual([
      "A label is a decision about what counts.",
      "It is made before the data is.",
    ]);
  });
});
