import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import { createVideoWorld } from "@/lib/worlds/video/world";
import { cutLog } from "@/tests/support/cut-log";
import { startBackend } from "../backend/start-backend";
import { buildItemIndex } from "./item-index";
import { planDays } from "./plan";
import { collectRankerExamples } from "./ranker-examples";
import { findVideoNeighbours } from "./serving";
import { createTowerFeatures, type TowerFeatures } from "./tower-features";
import { idRowsOf } from "./train";
import { createTwoTower, trainTwoTower } from "./train-two-tower";
import { collectWatches } from "./watches";

const proceed = async () => {};
const world = createVideoWorld({
  ...DEFAULT_VIDEO_WORLD,
  items: 1_500,
  loggedItems: 1_500,
  users: 120,
  days: 14,
  watchesPerUser: 60,
});
const plan = planDays(world);
const features = createTowerFeatures(world, idRowsOf(world));

beforeAll(() => startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` }));

describe("what was known at a moment", () => {
  it("is all that an example of the ranker holds: the log of later days changes nothing in it", async () => {
    const tower = createTwoTower(createRandom(1));
    const neighbours = await findVideoNeighbours(
      world,
      collectWatches(world, plan.end),
      plan.towerEnd,
      proceed,
    );
    const index = await buildItemIndex(world.catalogue, features, tower, plan.trainEnd, proceed);
    const until = plan.towerEnd + 0.7;
    const collect = (known: typeof world) => {
      const watches = collectWatches(known, plan.end);
      const sources = { world: known, watches, neighbours, tower, towerFeatures: features, index };
      return collectRankerExamples(sources, plan.towerEnd, until, 50_000, createRandom(2), proceed);
    };
    const examples = await collect(world);
    expect(examples.count).toBeGreaterThan(300);
    expect(await collect(cutLog(world, until))).toEqual(examples);
  });

  it("is all that the two-tower learns from: histories end before the watch they have to find", async () => {
    const watches = collectWatches(world, plan.trainEnd);
    const starts = new Set(watches.offsets);
    let seen = 0;
    const watched: TowerFeatures = {
      ...features,
      addUser(builder, history, from, to, language) {
        seen++;
        expect(history).toBe(watches.items);
        expect(starts.has(from)).toBe(true);
        // The history stops right before a satisfied watch of the two-tower's days.
        expect([watches.isSatisfied[to], (watches.days[to] ?? plan.end) < plan.towerEnd]).toEqual([1, true]);
        features.addUser(builder, history, from, to, language);
      },
    };
    await trainTwoTower({
      world,
      watches,
      plan,
      features: watched,
      epochs: 1,
      random: createRandom(1),
      checkpoint: proceed,
      onPoint: () => {},
      measure: async () => 0,
    });
    expect(seen).toBeGreaterThan(500);
  });
});
