import { expect, it } from "vitest";
import { EXAMPLE_SCALES, LOADS, SCALE_INPUTS, type Scale } from "./scale";

const shown = (scale: Scale) =>
  Object.fromEntries(LOADS.map(({ id, show }) => [id, show(scale).replaceAll("\u00a0", " ")]));

it("reckons a video feed of a hundred million people as one does by hand", () => {
  const feed = EXAMPLE_SCALES.find(({ id }) => id === "feed");
  expect(feed && shown(feed.scale)).toMatchObject({
    average: "11,600/s",
    peak: "28,900/s",
    scores: "23.1 M/s",
    machines: "116",
    impressions: "20 bn/day",
    log: "20 TB/day",
    history: "600 TB",
    flat: "10.2 GB",
    int8: "2.56 GB",
    copies: "1",
  });
});

it("asks for every number that a load needs, within limits that hold the examples", () => {
  for (const { scale } of EXAMPLE_SCALES) {
    expect(SCALE_INPUTS.map(({ key }) => key).sort()).toEqual(Object.keys(scale).sort());
    for (const { key, min, max } of SCALE_INPUTS) {
      expect(scale[key]).toBeGreaterThanOrEqual(min);
      expect(scale[key]).toBeLessThanOrEqual(max);
    }
  }
});
