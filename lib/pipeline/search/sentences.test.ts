import { expect, it } from "vitest";
import { describeSentences } from "./sentences";

it("the length of a sentence is that of the sum of its terms, in every document", () => {
  const terms = Float32Array.of(3, 0, 0, 4, 1, 1);
  const stems = { tokens: Int32Array.of(0, 1, 2, 0, 0, 1), offsets: Int32Array.of(0, 4, 4, 6) };
  // The second sentence of the first document holds no term; the second document is empty.
  const sentences = Uint16Array.of(0, 0, 2, 2, 0, 1);
  const field = { stems, words: stems, grams: stems, sentences };
  const { starts, norms } = describeSentences(field, { dimension: 2, documents: new Float32Array(), terms });
  expect([...starts]).toEqual([0, 3, 3, 5]);
  [5, 0, Math.hypot(4, 1), 3, 4].forEach((length, s) => {
    expect(norms[s]).toBeCloseTo(length, 5);
  });
});
