import { describe, expect, it } from "vitest";
import { layoutVectors } from "./vector-layout";

describe("arrows from one origin", () => {
  it("keeps equal units both ways and everything inside the square", () => {
    const { origin, arrows } = layoutVectors([
      { id: "a", x: 4, y: 0 },
      { id: "b", x: 0, y: 2 },
    ]);
    const [a, b] = arrows;
    expect((a?.left ?? 0) - origin.left).toBeCloseTo(2 * (origin.top - (b?.top ?? 0)), 1);
    expect(origin).toEqual({ left: 12, top: 69 });
    expect(a).toMatchObject({ left: 88, top: 69 });
  });
  it("points the head along the arrow, and draws none for a vector of no length", () => {
    const { arrows } = layoutVectors([
      { id: "a", x: 1, y: 0 },
      { id: "zero", x: 0, y: 0 },
    ]);
    expect(arrows[0]?.head).toBe("M88,50L84.6,51.5L84.6,48.5Z");
    expect(arrows[1]?.head).toBe("");
  });
});
