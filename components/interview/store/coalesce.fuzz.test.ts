import fc from "fast-check";
import { expect, test } from "vitest";
import type { CandidateEvent } from "@/lib/interview/events";
import { applyChange, changeFromSplice } from "@/lib/interview/text-change";
import { coalesce } from "./coalesce";

type Edit = { index: number; remove: number; insert: string };
const event = (edit: Edit): CandidateEvent => ({
  eventId: "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f",
  origin: "tab1",
  atMs: 0,
  kind: "answer-edited",
  part: "data",
  base: 0,
  ...edit,
});
const apply = (text: string, edit: Edit) => applyChange(text, changeFromSplice(edit, text.length));

test("two edits joined into one do to the text what the two did", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const raw = fc.record({ place, remove: fc.nat(3), insert: fc.constantFrom("", "x", "yz") });
  let joined = 0;
  fc.assert(
    fc.property(fc.string({ maxLength: 6 }), raw, raw, (text, a, b) => {
      const clip = (on: string, { place: at, remove, insert }: typeof a): Edit => {
        const index = Math.round(at * on.length);
        return { index, remove: Math.min(remove, on.length - index), insert };
      };
      const first = clip(text, a);
      const second = clip(apply(text, first), b);
      const both = coalesce(event(first), event(second));
      if (both?.kind !== "answer-edited") return;
      joined += 1;
      expect(apply(text, both)).toBe(apply(apply(text, first), second));
    }),
    { numRuns: 1000 },
  );
  expect(joined).toBeGreaterThan(100);
});

test("edits of another part, or against another state of the log, stay apart", () => {
  const typed = event({ index: 0, remove: 0, insert: "a" }) as Extract<
    CandidateEvent,
    { kind: "answer-edited" }
  >;
  expect(coalesce(typed, { ...typed, part: "model", index: 1 })).toBeNull();
  expect(coalesce(typed, { ...typed, base: 7, index: 1 })).toBeNull();
});
