import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  diamondPath,
  dotPath,
  fitWindow,
  nearestPoint,
  placeInWindow,
  ringPath,
  zoomWindow,
} from "./map-window";
import { placeLabels } from "./place-labels";
import { spreadMarks } from "./spread-marks";

const WIDE = { width: 600, height: 300 };
const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 30 });

describe("window of a map", () => {
  it("shows every point, in the middle, with units as long upwards as sideways", () => {
    fc.assert(
      fc.property(points, (all) => {
        const { place, shows } = placeInWindow(fitWindow(all, WIDE), WIDE);
        expect(all.every((point) => shows(point))).toBe(true);
        const origin = place({ x: 0, y: 0 });
        const unit = place({ x: 0.001, y: 0.001 });
        expect(unit.left - origin.left).toBeCloseTo(origin.top - unit.top, 0);
      }),
    );
  });
  it("is as close as the margin lets it", () => {
    const square = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ];
    const window = fitWindow(square, WIDE);
    // The height is what limits: 86 % of 300 pixels for one unit.
    expect(window).toEqual({ centre: { x: 0.5, y: 0.5 }, scale: 258 });
    expect(placeInWindow(window, WIDE).place({ x: 0, y: 1 })).toEqual({ left: 171, top: 21 });
  });
  it("zooms with the wanted point in the middle", () => {
    const window = { centre: { x: 1, y: 2 }, scale: 100 };
    const { place, shows } = placeInWindow(zoomWindow(window, 2, { x: 1, y: 3 }), WIDE);
    expect(place({ x: 1, y: 3 })).toEqual({ left: 300, top: 150 });
    expect(place({ x: 2, y: 3 })).toEqual({ left: 500, top: 150 });
    expect(shows({ x: 2.51, y: 3 })).toBe(false);
    expect(shows({ x: 2.51, y: 3 }, 3)).toBe(true);
  });
  it("finds the nearest point within reach", () => {
    const all = [
      { id: "a", left: 10, top: 10 },
      { id: "b", left: 20, top: 10 },
    ];
    expect(nearestPoint(all, { left: 16, top: 10 }, 8)?.id).toBe("b");
    expect(nearestPoint(all, { left: 60, top: 60 }, 8)).toBeNull();
  });
  it("draws dots, diamonds and rings where the point is", () => {
    expect(dotPath([{ left: 1, top: 2 }])).toBe("M1 2h0");
    expect(diamondPath([{ left: 10, top: 10 }], 4)).toBe("M6 10l4 -4l4 4l-4 4z");
    expect(ringPath([{ left: 10, top: 10 }], 3)).toBe("M7 10a3 3 0 0 0 6 0a3 3 0 0 0 -6 0z");
  });
});

describe("numbered marks", () => {
  it("keep their distance and stay in the box, even when all lie on one point", () => {
    const place = fc.record({
      left: fc.integer({ min: 0, max: 600 }),
      top: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), fc.boolean(), (places, isOnePoint) => {
        const anchors = isOnePoint ? places.map(() => ({ left: 599, top: 1 })) : places;
        const marks = spreadMarks(anchors, 22, WIDE);
        for (const [index, mark] of marks.entries()) {
          expect(mark.left).toBeGreaterThanOrEqual(11);
          expect(mark.top).toBeLessThanOrEqual(289);
          for (const other of marks.slice(index + 1))
            expect(Math.hypot(mark.left - other.left, mark.top - other.top)).toBeGreaterThan(20.5);
        }
        expect(spreadMarks(anchors, 22, WIDE)).toEqual(marks);
      }),
    );
  });
  it("stay on their point when nothing is in the way", () => {
    const anchors = [
      { left: 100, top: 100 },
      { left: 200, top: 100 },
    ];
    expect(spreadMarks(anchors, 22, WIDE)).toEqual(anchors);
  });
  it("leave what is fixed, which does not move for them", () => {
    const viewer = { left: 300, top: 150 };
    const marks = spreadMarks([viewer, { left: 310, top: 150 }], 25, WIDE, [viewer]);
    for (const mark of marks) expect(Math.hypot(mark.left - 300, mark.top - 150)).toBeGreaterThan(24.5);
  });
  it("keep their distance where the edge alone brings them together", () => {
    const marks = spreadMarks(
      [
        { left: 6, top: 0 },
        { left: 0, top: 23 },
      ],
      22,
      WIDE,
    );
    expect((marks[1]?.top ?? 0) - (marks[0]?.top ?? 0)).toBeCloseTo(22, 0);
  });
  it("part evenly when two are too close", () => {
    const marks = spreadMarks(
      [
        { left: 100, top: 100 },
        { left: 110, top: 100 },
      ],
      20,
      WIDE,
    );
    expect(marks).toEqual([
      { left: 95, top: 100 },
      { left: 115, top: 100 },
    ]);
  });
});

describe("labels around points", () => {
  const label = (id: string, left: number, top: number) => ({ id, left, top, width: 40, height: 14 });
  it("never cover each other, a point or the edge", () => {
    const request = fc.record({
      left: fc.integer({ min: 0, max: 600 }),
      top: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 16 }), (all) => {
        const placed = placeLabels(
          all.map(({ left, top }, index) => label(String(index), left, top)),
          WIDE,
          5,
        );
        for (const [index, one] of placed.entries()) {
          expect(one.left >= 0 && one.top >= 0 && one.left + 40 <= 600 && one.top + 14 <= 300).toBe(true);
          for (const point of all)
            expect(
              one.left < point.left + 5 &&
                one.left + 40 > point.left - 5 &&
                one.top < point.top + 5 &&
                one.top + 14 > point.top - 5,
            ).toBe(false);
          for (const other of placed.slice(index + 1))
            expect(Math.abs(one.left - other.left) < 40 && Math.abs(one.top - other.top) < 14).toBe(false);
        }
      }),
    );
  });
  it("are left out rather than read as another point's", () => {
    const crowd = [label("a", 300, 150), label("b", 300, 161), label("c", 300, 172)];
    for (const one of placeLabels(crowd, WIDE)) {
      const own = crowd.find(({ id }) => id === one.id);
      const gapTo = (top: number) => Math.max(one.top - top, 0, top - one.top - 14);
      for (const other of crowd)
        if (other !== own) expect(gapTo(own?.top ?? 0)).toBeLessThanOrEqual(gapTo(other.top));
    }
    const [left, right] = placeLabels([label("left", 300, 150), label("right", 312, 150)], WIDE);
    expect(left?.left).toBeLessThan(right?.left ?? 0);
  });
  it("go to the other side at the edge, and are left out where there is no room", () => {
    expect(placeLabels([label("a", 590, 100)], WIDE)[0]?.left).toBe(590 - 8 - 40);
    expect(placeLabels([label("a", 10, 10)], { width: 30, height: 30 })).toEqual([]);
  });
});
