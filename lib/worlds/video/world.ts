/**
 * The video world: a catalogue, its users, and the log of what they watched, all from one seed.
 * `buildVideoWorld` yields progress so that a worker can stay responsive; `createVideoWorld` runs it through.
 */
import { createRandom } from "@/lib/random";
import { createCatalogue } from "./catalogue";
import { simulateLog } from "./simulate";
import type { VideoWorld, VideoWorldConfig, WorldProgress } from "./types";
import { createUsers } from "./users";

/** Share of the work that the catalogue takes; the days take the rest. */
const CATALOGUE_SHARE = 0.3;

export function* buildVideoWorld(config: VideoWorldConfig): Generator<WorldProgress, VideoWorld> {
  const random = createRandom(config.seed).fork("video-world");
  yield { activity: "Making the catalogue", fraction: 0 };
  const building = createCatalogue(config.items, config.days, random.fork("catalogue"));
  let step = building.next();
  while (!step.done) {
    yield { activity: "Making the catalogue", fraction: step.value * CATALOGUE_SHARE };
    step = building.next();
  }
  const { catalogue, truth: itemTruth } = step.value;
  const people = createUsers(config.users, config.days, config.watchesPerUser, random.fork("users"));
  const truth = { ...itemTruth, ...people.truth };
  const days = simulateLog({ catalogue, users: people.users, truth }, config.days, random.fork("log"));
  let day = days.next();
  while (!day.done) {
    const fraction = CATALOGUE_SHARE + day.value * (1 - CATALOGUE_SHARE);
    yield { activity: "Simulating what people watch", fraction };
    day = days.next();
  }
  return { config, catalogue, users: people.users, log: day.value, truth };
}

/** `onProgress` hears fractions from 0 to 1. The same config gives the same world. */
export function createVideoWorld(
  config: VideoWorldConfig,
  onProgress?: (progress: WorldProgress) => void,
): VideoWorld {
  const building = buildVideoWorld(config);
  let step = building.next();
  while (!step.done) {
    onProgress?.(step.value);
    step = building.next();
  }
  return step.value;
}

/** FNV-1a over the bytes of the catalogue and the log, as hex: equal for equal worlds. */
export function hashWorld({ catalogue, log }: VideoWorld): string {
  let hash = 0x811c9dc5;
  for (const column of [
    catalogue.topic,
    catalogue.creator,
    catalogue.uploadDay,
    log.user,
    log.item,
    log.watchFraction,
  ]) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
