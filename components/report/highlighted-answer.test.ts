/** What leads where in an answer: from its words to the point they earned, and from the point to its words. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MarkedPoint } from "./answer-marks";
import { HighlightedAnswer } from "./highlighted-answer";

const text = "We split by time and sample negatives.";

const receiptOf = (quote: string): MarkedPoint["receipt"] => {
  const start = text.indexOf(quote);
  return { part: "data", quote, start, end: start + quote.length };
};

const points: MarkedPoint[] = [
  { id: "split", text: "Split by time", receipt: receiptOf("split by time and sample") },
  { id: "negatives", text: "Sample negatives", receipt: receiptOf("sample negatives") },
];

const render = (isLinked: boolean) =>
  renderToStaticMarkup(createElement(HighlightedAnswer, { text, part: "data", points, isLinked }));

const countOf = (html: string, part: string) => html.split(part).length - 1;

describe("an answer with the words that earned its points", () => {
  it("is the text again, whatever is marked in it", () => {
    for (const isLinked of [true, false]) expect(render(isLinked).replaceAll(/<[^>]*>/g, "")).toBe(text);
  });

  it("has each point's anchor once, though two receipts share words", () => {
    const html = render(true);
    for (const id of ["split", "negatives"]) {
      expect(countOf(html, `id="receipt-${id}"`)).toBe(1);
      expect(countOf(html, `href="#point-${id}"`)).toBeGreaterThan(0);
    }
  });

  it("marks the words and has neither anchor nor link where points stand twice on the page", () => {
    const html = render(false);
    expect(countOf(html, "<mark")).toBe(3);
    expect(html).not.toContain(" id=");
    expect(html).not.toContain("href=");
  });
});
