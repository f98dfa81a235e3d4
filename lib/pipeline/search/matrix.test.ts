import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { cholesky, gramMatrix, multiply, orthonormalise, type SparseRows, transpose } from "./matrix";

/** About `share` of the entries are there; rows differ in length, so that every remainder of four occurs. */
function drawSparse(rows: number, width: number, share: number): { sparse: SparseRows; dense: number[][] } {
  const random = createRandom(rows * 100 + width);
  const dense = Array.from({ length: rows }, () =>
    Array.from({ length: width }, () => (random.next() < share ? random.normal() : 0)),
  );
  const entries = dense.map((row) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])),
  );
  const starts = new Int32Array(rows + 1);
  entries.forEach((row, r) => {
    starts[r + 1] = (starts[r] as number) + row.length;
  });
  const flat = entries.flat();
  const columns = Int32Array.from(flat, ({ column }) => column);
  return {
    sparse: { rows, width, starts, columns, values: Float32Array.from(flat, ({ value }) => value) },
    dense,
  };
}

const draw = (length: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => random.normal());
};

function expectClose(actual: ArrayLike<number>, expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, 4);
  });
}

describe("sparse rows", () => {
  const { sparse, dense } = drawSparse(9, 13, 0.5);
  const rank = 3;

  it("multiply as dense ones do", () => {
    const x = draw(13 * rank, 1);
    const expected = dense.flatMap((row) =>
      [0, 1, 2].map((k) => row.reduce((sum, value, c) => sum + value * (x[c * rank + k] as number), 0)),
    );
    expectClose(multiply(sparse, x, rank), expected);
  });

  it("turn over, twice to what they were", () => {
    const y = draw(9 * rank, 2);
    const expected = Array.from({ length: 13 }, (_, c) =>
      [0, 1, 2].map((k) =>
        dense.reduce((sum, row, r) => sum + (row[c] ?? 0) * (y[r * rank + k] as number), 0),
      ),
    ).flat();
    expectClose(multiply(transpose(sparse), y, rank), expected);
    expect(transpose(transpose(sparse))).toEqual(sparse);
  });
});

describe("orthonormal columns", () => {
  it.each([40, 41, 43])("have the identity for a Gram matrix, with %i rows and rows of zeros", (rows) => {
    const y = draw(rows * 3, rows);
    y.fill(0, 6, 9);
    y.fill(0, 30, 36);
    orthonormalise(y, 3);
    expect([...y.subarray(6, 9), ...y.subarray(30, 36)]).toEqual(new Array(9).fill(0));
    expectClose(gramMatrix(y, 3), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it("leave out one that the others span", () => {
    const y = Float32Array.from({ length: 30 }, (_, i) => [1, i, 2 * i - 1][i % 3] as number);
    for (let row = 0; row < 10; row++) y[row * 3 + 2] = 3 - 2 * (y[row * 3 + 1] as number);
    orthonormalise(y, 3);
    expectClose(gramMatrix(y, 3), [1, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it("come from Cholesky factors", () => {
    expect(cholesky(Float64Array.of(4, 2, 2, 5), 2)).toEqual(Float64Array.of(2, 2, 1, 2));
  });
});
