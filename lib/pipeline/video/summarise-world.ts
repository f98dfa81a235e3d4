/** The world in a few numbers. */
import type { VideoWorld } from "@/lib/worlds/video/types";
import { CATEGORIES, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { WorldSummary } from "./trace";

export function summariseWorld(world: VideoWorld, hash: string): WorldSummary {
  const { config, catalogue, users, log } = world;
  let watches = 0;
  let impressions = 0;
  for (let row = 0; row < log.size; row++) {
    watches += log.clicked[row] as number;
    if ((log.position[row] as number) > 0) impressions++;
  }
  return {
    seed: config.seed,
    items: catalogue.size,
    loggedItems: catalogue.loggedSize,
    users: users.size,
    days: config.days,
    impressions,
    watches,
    topics: TOPICS.length,
    categories: CATEGORIES.length,
    creators: catalogue.creators,
    hash,
  };
}
