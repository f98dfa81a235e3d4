import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { splitRows } from "./split-rows";

it("every row is in one part, whatever the shares; by order, parts follow each other", () => {
  const shares = fc.constantFrom([0.8, 0.1, 0.1], [0.9, 0.1], [0.5, 0.5], [1]);
  fc.assert(
    fc.property(
      fc.nat(200),
      shares,
      fc.constantFrom("random" as const, "order" as const),
      (size, parts, way) => {
        const rows = Int32Array.from({ length: size }, (_, i) => i);
        const dealt = splitRows(rows, parts, way, createRandom(3));
        const all = dealt.flatMap((part) => [...part]);
        expect([...all].sort((a, b) => a - b)).toEqual([...rows]);
        if (way === "order") expect(all).toEqual([...rows]);
        for (const [i, part] of dealt.entries())
          expect(Math.abs(part.length - size * (parts[i] ?? 0))).toBeLessThanOrEqual(1);
      },
    ),
  );
});
