import fc from "fast-check";
import { expect, it } from "vitest";
import { highlight } from "./highlight";

const span = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

it("never loses or repeats a character, and marks exactly the quoted ones", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      const receipts = spans.map(({ start, end }, i) => ({
        pointId: `p${i}`,
        receipt: { part: "data" as const, start, end, quote: text.slice(start, end) },
      }));
      const pieces = highlight(text, "data", receipts);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      for (const { pointId, receipt } of receipts.filter(
        ({ receipt: { start, end } }) => start < end && end <= text.length,
      )) {
        const marked = pieces.filter((piece) => piece.pointIds.includes(pointId)).map((piece) => piece.text);
        expect(marked.join("")).toBe(receipt.quote);
      }
    }),
  );
});

it("ignores receipts of other parts", () => {
  const receipt = { part: "model" as const, start: 0, end: 3, quote: "abc" };
  expect(highlight("abcdef", "data", [{ pointId: "p", receipt }])).toEqual([
    { start: 0, text: "abcdef", pointIds: [] },
  ]);
});
