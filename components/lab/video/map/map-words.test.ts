import { describe, expect, it } from "vitest";
import type { Recommendation, SliceOfMap } from "@/lib/pipeline/video/trace";
import { describeMisfit, describePlane, describePoint, nearestOnMap, ordinal, slateOf } from "./map-words";

const point = (
  item: number,
  x: number,
  role: "slate" | "history",
  place: number | null,
): SliceOfMap["points"][number] => ({
  item,
  title: `Video ${item}`,
  category: "Food",
  topic: "Bread",
  x,
  y: 0,
  role,
  place,
});
const map: SliceOfMap = {
  points: [
    point(1, 3, "slate", 3),
    point(2, 1, "slate", 1),
    point(3, 2, "slate", 2),
    point(9, 2.9, "history", null),
  ],
  user: { x: 0, y: 0 },
  explained: [0.2, 0.1],
};
/** The most similar of the slate lies farthest away on the map. */
const similarities = new Map([[1, 0.9], [2, 0.5], [3, 0.4]]); // biome-ignore format: one pair a video
const recommendation = {
  slate: [...similarities].map(([item, score]) => ({
    card: { item },
    sources: [{ source: "two-tower", rank: 1, score }],
  })),
  others: [],
} as unknown as Recommendation;

describe("words of the map", () => {
  it("says how much is not in the picture", () => {
    expect(describePlane(map, 64)).toContain(
      "20 % lies along the map’s width and 10 % along its height; 70 % is not",
    );
  });
  it("shows by an example that near on the map is not alike", () => {
    expect(describeMisfit(map, recommendation, 64)).toContain("video 3 is the one most like");
    expect(describeMisfit(map, recommendation, 64)).toContain("the 3rd nearest of the 3");
    expect(describeMisfit(map, { ...recommendation, slate: [] }, 64)).toBe("");
  });
  it("orders the slate by place and tells one video whole", () => {
    expect(slateOf(map).map(({ item }) => item)).toEqual([2, 3, 1]);
    expect(describePoint(map.points[0] ?? point(0, 0, "slate", 1), map, recommendation)).toBe(
      "3. Video 1. Food, Bread. Similarity to the viewer 0.90. Of what was watched, “Video 9” lies nearest on the map.",
    );
    expect(nearestOnMap({ x: 0, y: 0 }, [])).toBeNull();
  });
  it("counts in English", () => {
    expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "22nd"]);
  });
});
