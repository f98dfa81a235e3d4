import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatJoinCode, JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH, joinCodeOf, parseJoinCode } from "./join-code";

const code = fc.uint8Array({ minLength: JOIN_CODE_LENGTH, maxLength: JOIN_CODE_LENGTH }).map(joinCodeOf);

describe("a join code", () => {
  test("is of an alphabet of 32 different symbols, so eight of them are 40 bits", () => {
    expect(new Set(JOIN_CODE_ALPHABET).size).toBe(32);
    expect(JOIN_CODE_LENGTH * Math.log2(JOIN_CODE_ALPHABET.length)).toBe(40);
    expect(JOIN_CODE_ALPHABET).not.toMatch(/[ILOU]/);
  });

  test("takes each symbol equally often over all bytes", () => {
    const symbols = Array.from({ length: 256 }, (_, byte) => joinCodeOf(new Uint8Array(8).fill(byte))[0]);
    for (const symbol of JOIN_CODE_ALPHABET)
      expect(symbols.filter((each) => each === symbol)).toHaveLength(8);
  });

  test("is read back as it is shown, in any case, with dashes and spaces anywhere", () => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.tuple(fc.nat(8), fc.constantFrom(" ", "-", "–", "\u00a0", "\t"))),
        (made, marks) => {
          const typed = marks.reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), made);
          expect(parseJoinCode(typed.toLowerCase())).toBe(made);
          expect(parseJoinCode(formatJoinCode(made))).toBe(made);
        },
      ),
    );
  });

  test("reads look-alikes as what they look like", () => {
    expect(parseJoinCode("oil0-1234")).toBe("01101234");
  });

  test.each(["", "1234567", "123456789", "1234-567U", "1234567!", "１２３４５６７８"])(
    "%j is none",
    (text) => {
      expect(parseJoinCode(text)).toBeNull();
    },
  );
});
