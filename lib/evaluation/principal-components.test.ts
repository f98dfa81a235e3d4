import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { principalComponents, projectOn } from "./principal-components";

it("finds the axes of a stretched cloud, widest first, with their shares of the variance", () => {
  const random = createRandom(3);
  const count = 4_000;
  const rows: number[] = [];
  // Deviations 3 and 1 along axes turned by 30 degrees, 0.1 across.
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  for (let r = 0; r < count; r++) {
    const [a, b, c] = [3 * random.normal(), random.normal(), 0.1 * random.normal()];
    rows.push(5 + a * cos - b * sin, a * sin + b * cos, c);
  }
  const found = principalComponents(rows, count, 3, 2);
  expect(found.directions[0]?.[0]).toBeCloseTo(cos, 1);
  expect(found.directions[0]?.[1]).toBeCloseTo(sin, 1);
  expect(found.explained[0]).toBeCloseTo(9 / 10.01, 1);
  expect(found.explained[1]).toBeCloseTo(1 / 10.01, 1);
  expect(found.mean[0]).toBeCloseTo(5, 0);
  const [first, second] = found.directions as [Float64Array, Float64Array];
  expect(projectOn([5 + 2 * cos, 2 * sin, 0], found, first)).toBeCloseTo(2, 0);
  expect(first.reduce((sum, value, d) => sum + value * (second[d] as number), 0)).toBeCloseTo(0, 5);
});

it("gives zero shares when nothing differs", () => {
  expect(principalComponents([1, 2, 1, 2, 1, 2], 3, 2, 2).explained).toEqual([0, 0]);
});
