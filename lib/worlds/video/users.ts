/** Builds the users: early and late interests, a taste of style, activity, language, region, and who is new. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom } from "../sampling";
import { createTopicWaves, writeInterests } from "./interests";
import { STYLE_SIZE, type VideoTruth, type VideoUsers } from "./types";
import { LANGUAGE_SHARES, REGION_SHARES, TOPICS } from "./vocabulary";

const NEW_USER_SHARE = 0.15;

export type UserTruth = Omit<VideoTruth, "quality" | "clickbait" | "itemStyle">;

/** `watchesPerUser` and `days` set the average activity; single users spread log-normally around it. */
export function createUsers(
  size: number,
  days: number,
  watchesPerUser: number,
  random: Random,
): { users: VideoUsers; truth: UserTruth } {
  const users: VideoUsers = {
    size,
    language: new Uint8Array(size),
    region: new Uint8Array(size),
    signupDay: new Float32Array(size),
  };
  const truth: UserTruth = {
    userStyle: new Float32Array(size * STYLE_SIZE),
    interest: new Float32Array(size * TOPICS.length),
    lateInterest: new Float32Array(size * TOPICS.length),
    topicWave: createTopicWaves(days, random.fork("waves")),
    activity: new Float32Array(size),
    clickbaitWeakness: new Float32Array(size),
    preferredLogDuration: new Float32Array(size),
  };
  const languageSums = cumulative(LANGUAGE_SHARES);
  const regionSums = cumulative(REGION_SHARES);
  for (let u = 0; u < size; u++) {
    users.language[u] = drawFrom(languageSums, random);
    users.region[u] = drawFrom(regionSums, random);
    users.signupDay[u] =
      random.next() < NEW_USER_SHARE ? days * (0.6 + 0.4 * random.next()) : -random.next() * 700;
    const profile = (rows: Float32Array) => rows.subarray(u * TOPICS.length, (u + 1) * TOPICS.length);
    writeInterests(profile(truth.interest), profile(truth.lateInterest), random);
    for (let s = 0; s < STYLE_SIZE; s++) truth.userStyle[u * STYLE_SIZE + s] = random.normal();
    truth.activity[u] = (watchesPerUser / days) * Math.exp(random.normal() * 0.7 - 0.245);
    truth.clickbaitWeakness[u] = Math.exp(random.normal() * 0.5) * 0.5;
    truth.preferredLogDuration[u] = Math.log(300) + random.normal() * 0.9;
  }
  return { users, truth };
}
