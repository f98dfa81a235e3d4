/** A whole stage at once gives what each of its points would get alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { toEnd } from "@/tests/support/to-end";
import { adjustCredit } from "./adjust-credit";
import { adjustStage } from "./adjust-stage";
import { type WordVector, wordVectors } from "./word-vectors";

/** Word by word, without any file of them. */
function cosine(one: WordVector, other: WordVector): number {
  const weights = new Map([...other.words].map((word, i) => [word, other.weights[i] ?? 0]));
  const products = [...one.words].map((word, i) => (one.weights[i] ?? 0) * (weights.get(word) ?? 0));
  return Math.min(
    1,
    products.reduce((sum, product) => sum + product, 0),
  );
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = (pointId: string) =>
  fc.record({
    pointId: fc.constant(pointId),
    machineCredit: share,
    credit: fc.option(share, { nil: null }),
  });
const text = fc
  .array(fc.constantFrom("split", "time", "label", "click", "embedding", "leak"), { maxLength: 8 })
  .map((words) => words.join(" "));

test("each undecided point, and no decided one, is moved as from all of its graded answers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, points: fc.tuple(point("a"), point("b")) }), { maxLength: 14 }),
      (rows) => {
        const answers = rows.map((row, i) => ({ ...row, submissionId: String(i) }));
        const vectors = toEnd(wordVectors(answers.map((answer) => answer.text)));
        const alone = answers.flatMap(({ submissionId, points }, i) =>
          points.flatMap(({ pointId, machineCredit, credit }) => {
            if (credit !== null) return [];
            const graded = answers.flatMap((other, j) => {
              const own = other.points.find((p) => p.pointId === pointId);
              const [one, two] = [vectors[i], vectors[j]];
              if (!one || !two || !own || own.credit === null) return [];
              return [{ similarity: cosine(one, two), residual: own.credit - own.machineCredit }];
            });
            return [{ submissionId, pointId, ...adjustCredit(machineCredit, graded) }];
          }),
        );
        const together = toEnd(adjustStage(answers));
        expect(together).toHaveLength(alone.length);
        for (const [i, expected] of alone.entries()) {
          expect(together[i]).toMatchObject({ ...expected, credit: expect.closeTo(expected.credit, 9) });
        }
      },
    ),
  );
});
