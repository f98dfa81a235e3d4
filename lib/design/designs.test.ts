import { describe, expect, it, test } from "vitest";
import { isOffered, readDecisions } from "./design";
import { DESIGNS } from "./designs";

describe.each(Object.entries(DESIGNS))("design of the %s world", (_, { fields, baseline, inLab }) => {
  it("asks for every decision once, each option once", () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const field of fields) {
      if (field.kind === "number")
        expect(
          [field.min - 1, field.min, field.max, field.max + 1, field.min + 0.5].map((n) =>
            isOffered(fields, field.id, n),
          ),
        ).toEqual([false, true, true, false, false]);
      else expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length);
    }
  });
  it("has a baseline that decides everything", () => {
    expect(Object.keys(baseline).sort()).toEqual(fields.map(({ id }) => id).sort());
    expect(readDecisions(fields, baseline)).toEqual(baseline);
  });
  it("shows a decision in the lab or says that it has no knob there", () => {
    const { shown, notShown } = inLab(baseline);
    expect([...shown, ...notShown].sort()).toEqual(fields.map(({ id }) => id).sort());
  });
  it("leaves the lab as it is when nothing was decided", () => {
    expect(inLab({})).toEqual({ query: "", shown: [], notShown: [] });
  });
});

test("reading decisions drops what is not valid; null takes a choice back", () => {
  const { fields } = DESIGNS.video;
  expect(
    readDecisions(fields, { split: "by-time", label: "nonsense", unknown: 1, candidates: null }),
  ).toEqual({ split: "by-time" });
  expect(isOffered(fields, "split", null)).toBe(true);
  expect(isOffered(fields, "splits", null)).toBe(false);
});
