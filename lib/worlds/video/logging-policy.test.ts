import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createCatalogue } from "./catalogue";
import {
  buildDailyIndex,
  groupRange,
  isBlocked,
  propensityOf,
  propose,
  type Visitor,
} from "./logging-policy";
import { TOPICS } from "./vocabulary";

const building = createCatalogue(2_500, 2_000, 14, createRandom(3));
let step = building.next();
while (!step.done) step = building.next();
const { catalogue } = step.value;
const watches = Float32Array.from({ length: catalogue.loggedSize }, (_, item) =>
  item % 7 === 0 ? item % 40 : 0,
);
const index = buildDailyIndex(catalogue, watches, 7);
const withVideos = TOPICS.flatMap((_, topic) => {
  const [from, to] = groupRange(index, topic, 0);
  return to > from ? [topic] : [];
});
const settled: Visitor = {
  language: 0,
  region: 2,
  recentTopics: [withVideos[0], withVideos[3], withVideos[3]].map((topic) => topic ?? 0),
};
const newcomer: Visitor = { language: 1, region: 0, recentTopics: [] };

describe("the logging policy", () => {
  it("draws from logged videos only", () => {
    expect(Math.max(...index.order)).toBeLessThan(catalogue.loggedSize);
  });

  it.each([settled, newcomer])("has propensities that sum to 1 less what is blocked", (visitor) => {
    const open = { ...catalogue, blockedRegions: new Uint8Array(catalogue.size) };
    const sumOver = (of: typeof catalogue, items: Iterable<number>) =>
      [...items].reduce((sum, item) => sum + propensityOf(index, of, visitor, item), 0);
    expect(sumOver(open, index.order)).toBeCloseTo(1, 6);
    const blocked = [...index.order].filter((item) => isBlocked(catalogue, item, visitor.region));
    expect(blocked.length).toBeGreaterThan(0);
    expect(sumOver(catalogue, index.order)).toBeCloseTo(1 - sumOver(open, blocked), 6);
  });

  it("draws as often as the propensities say", () => {
    const random = createRandom(9);
    const draws = 60_000;
    const counts = new Map<number, number>();
    for (let draw = 0; draw < draws; draw++) {
      const proposal = propose(index, catalogue, settled, random);
      if (proposal) counts.set(proposal.item, (counts.get(proposal.item) ?? 0) + 1);
    }
    const zScores = [...index.order].map((item) => {
      const expected = propensityOf(index, catalogue, settled, item) * draws;
      return expected < 5 ? 0 : ((counts.get(item) ?? 0) - expected) / Math.sqrt(expected);
    });
    expect(zScores.filter((z) => z !== 0).length).toBeGreaterThan(200);
    expect(Math.max(...zScores.map(Math.abs))).toBeLessThan(4.5);
  });
});
