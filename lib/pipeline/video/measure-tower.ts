/**
 * What the training curve of the two-tower shows between epochs: recall of later watches among the nearest unseen
 * videos, and what recent popularity alone reaches for the same users.
 */
import type { VideoWorld } from "@/lib/worlds/video/types";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import { buildItemIndex } from "./item-index";
import { heldOutWatches } from "./measure";
import { countUntil } from "./ranker-examples";
import type { TowerFeatures } from "./tower-features";
import { collectWatches, type Watches } from "./watches";

const CURVE_USERS = 200;
const CURVE_DEPTH = 100;

export type CurveUser = {
  readonly user: number;
  readonly seen: ReadonlySet<number>;
  readonly relevant: ReadonlySet<number>;
  /** Watches before the day, as a range of the watches. */
  readonly from: number;
  readonly to: number;
};

/** The first users with satisfied watches from `day` on. */
export function collectCurveUsers(world: VideoWorld, watches: Watches, day: number): CurveUser[] {
  const past = collectWatches(world, day);
  const users: CurveUser[] = [];
  for (let user = 0; user < world.users.size && users.length < CURVE_USERS; user++) {
    const relevant = heldOutWatches({ world, day, watches: past }, watches, user);
    if (relevant.size === 0) continue;
    const from = watches.offsets[user] as number;
    let to = from;
    while (to < (watches.offsets[user + 1] as number) && (watches.days[to] as number) < day) to++;
    users.push({ user, seen: new Set(watches.items.subarray(from, to)), relevant, from, to });
  }
  return users;
}

/** Mean over users of the share of their later watches among the first CURVE_DEPTH unseen of `listFor(user)`. */
function meanRecall(users: readonly CurveUser[], listFor: (user: CurveUser) => Iterable<number>): number {
  let sum = 0;
  for (const user of users) {
    let found = 0;
    let depth = 0;
    for (const item of listFor(user)) {
      if (user.seen.has(item)) continue;
      if (user.relevant.has(item)) found++;
      if (++depth === CURVE_DEPTH) break;
    }
    sum += found / user.relevant.size;
  }
  return sum / Math.max(1, users.length);
}

/** Recall@100 of the two-tower. */
export async function measureTower(
  world: VideoWorld,
  watches: Watches,
  towerFeatures: TowerFeatures,
  model: TwoTowerModel,
  day: number,
  users: readonly CurveUser[],
  checkpoint: Checkpoint,
): Promise<number> {
  const index = await buildItemIndex(world.catalogue, towerFeatures, model, day, checkpoint);
  const bags = new BagBuilder();
  const recall = meanRecall(users, ({ user, seen, from, to }) => {
    bags.clear();
    towerFeatures.addUser(bags, watches.items, from, to, world.users.language[user] as number);
    return index.search(model.encodeUsers(bags.bags()), CURVE_DEPTH + seen.size).items;
  });
  index.close();
  return recall;
}

/** Recall@100 of the videos most watched lately: the same for every epoch. */
export function measurePopularity(world: VideoWorld, day: number, users: readonly CurveUser[]): number {
  const counters = countUntil(world, day);
  const watches = Float32Array.from({ length: world.catalogue.size }, (_, item) =>
    counters.recentWatches(item, day),
  );
  const order = Int32Array.from(watches.keys()).sort(
    (a, b) => (watches[b] as number) - (watches[a] as number) || a - b,
  );
  return meanRecall(users, () => order);
}
