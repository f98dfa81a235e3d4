import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorHolds, anchorSchema, MAX_QUOTE, type TextAnchor, textAnchor } from "@/lib/classroom/anchor";
import { toStorable } from "@/lib/interview/storable-text";
import { answerBlocks } from "./blocks";

const text = fc
  .array(fc.oneof(fc.constantFrom("\n", "\n\n", " ", "word", "- item"), fc.string({ unit: "grapheme" })), {
    maxLength: 40,
  })
  .map((pieces) => toStorable(pieces.join("")));
const selection = fc.tuple(text, fc.nat(200), fc.nat(200));

describe("a passage's anchor", () => {
  it("quotes exactly the words between its offsets, whatever was selected", () => {
    fc.assert(
      fc.property(selection, ([answer, start, end]) => {
        const anchor = textAnchor("data", answer, { start, end });
        if (!anchor) return;
        expect(answer.slice(anchor.start, anchor.end)).toBe(anchor.quote);
        expect(anchor.quote).toBe(anchor.quote.trim());
        expect(anchorSchema.safeParse(anchor).success).toBe(true);
        expect(anchorHolds(anchor, { answers: { data: answer }, nodeIds: [] })).toBe(true);
      }),
    );
  });

  it("does not drift: selecting what it quotes gives it again", () => {
    fc.assert(
      fc.property(selection, ([answer, start, end]) => {
        const anchor = textAnchor("data", answer, { start, end });
        if (anchor) expect(textAnchor("data", answer, anchor)).toEqual(anchor);
      }),
    );
  });

  it("is refused when it stands a character beside its words, in another part, or quotes other words", () => {
    const answer = "We split by time. We test on later days.";
    const anchor = textAnchor("data", answer, { start: 0, end: 17 });
    if (!anchor) throw new Error("no anchor");
    const submitted = { answers: { data: answer, model: "Two towers." }, nodeIds: ["ranker"] };
    const lies: TextAnchor[] = [
      { ...anchor, start: 1, end: 18 },
      { ...anchor, part: "model" },
      { ...anchor, part: "serve" },
      { ...anchor, quote: "We split at random." },
      { ...anchor, end: anchor.start },
    ];
    for (const lie of lies) expect(anchorHolds(lie, submitted)).toBe(false);
    expect(anchorHolds({ kind: "node", nodeId: "ranker" }, submitted)).toBe(true);
    expect(anchorHolds({ kind: "node", nodeId: "cache" }, submitted)).toBe(false);
  });

  it("is none for space alone and for more than can be quoted, and never cuts a character in two", () => {
    expect(textAnchor("data", "a  \n b", { start: 1, end: 5 })).toBeNull();
    expect(textAnchor("data", "x".repeat(MAX_QUOTE + 1), { start: 0, end: MAX_QUOTE + 1 })).toBeNull();
    expect(textAnchor("data", "a 🚀 b", { start: 0, end: 3 })?.quote).toBe("a 🚀");
    expect(textAnchor("data", "a 🚀 b", { start: 3, end: 6 })?.quote).toBe("🚀 b");
  });
});

describe("the blocks of an answer", () => {
  const marked = fc.tuple(text, fc.array(fc.tuple(fc.nat(120), fc.nat(120)), { maxLength: 8 }));

  it("are the answer again, and each remark covers exactly its passage and stands in one block", () => {
    fc.assert(
      fc.property(marked, ([answer, spans]) => {
        const passages = spans.flatMap(([start, end], i) => {
          const anchor = textAnchor("data", answer, { start, end });
          return anchor ? [{ id: `c${i}`, anchor }] : [];
        });
        const blocks = answerBlocks(answer, "data", [], passages);
        const pieces = blocks.flatMap((block) => block.pieces);
        expect(pieces.map((piece) => piece.text).join("")).toBe(answer);
        for (const piece of pieces) expect(answer.startsWith(piece.text, piece.start)).toBe(true);
        for (const { id, anchor } of passages) {
          const own = pieces.filter(({ commentIds }) => commentIds.includes(id));
          expect(own.map((piece) => piece.text).join("")).toBe(anchor.quote);
          expect(blocks.filter(({ commentIds }) => commentIds.includes(id))).toHaveLength(1);
        }
      }),
    );
  });

  it("tell receipts from remarks where they overlap", () => {
    const answer = "We split by time.\n\nWe test on later days.";
    const receipt = { part: "data" as const, start: 3, end: 16, quote: "split by time" };
    const anchor = textAnchor("data", answer, { start: 9, end: 26 });
    if (!anchor) throw new Error("no anchor");
    const blocks = answerBlocks(answer, "data", [{ pointId: "split", receipt }], [{ id: "c", anchor }]);
    const both = blocks[0]?.pieces.find(({ text }) => text === "by time");
    expect(both).toMatchObject({ pointIds: ["split"], commentIds: ["c"] });
    expect(blocks.map(({ commentIds }) => commentIds)).toEqual([[], ["c"]]);
  });
});
