/**
 * The video world: a catalogue, its users, and the log of what they watched, all from one seed.
 * `buildVideoWorld` yields progress so that a worker can stay responsive; `createVideoWorld` runs it through.
 */
import { createRandom } from "@/lib/random";
import { hashColumns } from "../hash-columns";
import { createCatalogue } from "./catalogue";
import { simulateHistory } from "./simulate";
import { CONTENT_SIZE, type VideoWorld, type VideoWorldConfig, type WorldProgress } from "./types";
import { createUsers } from "./users";

/** Time of a video's row and of a user's day, in the same unit: what makes progress move evenly. */
const ROW_COST = 1;
const USER_DAY_COST = 25;

export function* buildVideoWorld(config: VideoWorldConfig): Generator<WorldProgress, VideoWorld> {
  const random = createRandom(config.seed).fork("video-world");
  const rows = config.items * ROW_COST;
  const catalogueShare = rows / (rows + config.users * config.days * USER_DAY_COST);
  yield { activity: "Making the catalogue", fraction: 0 };
  const building = createCatalogue(config.items, config.loggedItems, config.days, random.fork("catalogue"));
  let step = building.next();
  while (!step.done) {
    yield { activity: "Making the catalogue", fraction: step.value * catalogueShare };
    step = building.next();
  }
  const { catalogue, truth: itemTruth } = step.value;
  const people = createUsers(config.users, config.days, config.watchesPerUser, random.fork("users"));
  const world = { config, catalogue, users: people.users, truth: { ...itemTruth, ...people.truth } };
  const days = simulateHistory(world, config.days, random.fork("log"));
  let day = days.next();
  while (!day.done) {
    const fraction = catalogueShare + day.value * (1 - catalogueShare);
    yield { activity: "Simulating what people watch", fraction };
    day = days.next();
  }
  return { ...world, ...day.value };
}

/** The same config gives the same world. */
export function createVideoWorld(config: VideoWorldConfig): VideoWorld {
  const building = buildVideoWorld(config);
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}

/**
 * Hash of the logged catalogue, the users, the log and the subscriptions. Worlds that differ
 * only in how many unseen videos they have hash alike, as nothing trained on one can tell it from the other.
 */
export function hashWorld({ catalogue, users, log, subscriptions }: VideoWorld): string {
  const logged = [
    catalogue.topic,
    catalogue.creator,
    catalogue.language,
    catalogue.durationSeconds,
    catalogue.uploadDay,
    catalogue.fingerprint,
    catalogue.policy,
    catalogue.blockedRegions,
  ].map((column) => column.subarray(0, catalogue.loggedSize));
  return hashColumns([
    ...logged,
    catalogue.content.subarray(0, catalogue.loggedSize * CONTENT_SIZE),
    users.language,
    users.region,
    users.signupDay,
    log.user,
    log.item,
    log.day,
    log.position,
    log.source,
    log.watchFraction,
    log.liked,
    log.hidden,
    subscriptions.user,
    subscriptions.creator,
    subscriptions.day,
  ]);
}
