/** Builds the users: mixed interests over topics, a taste of style, activity, language, and who is new. */
import type { Random } from "@/lib/random";
import { siblingTopic } from "./catalogue";
import { cumulative, drawFrom } from "./sampling";
import { STYLE_SIZE, type VideoTruth, type VideoUsers } from "./types";
import { LANGUAGE_SHARES, TOPICS } from "./vocabulary";

const NEW_USER_SHARE = 0.15;
/** Interest that every user has in anything, spread evenly. */
const BACKGROUND_INTEREST = 0.06;

export type UserTruth = Pick<
  VideoTruth,
  "userStyle" | "interest" | "activity" | "clickbaitWeakness" | "preferredLogDuration"
>;

/** Two to six favourite topics with falling weight, some of them siblings of the first. */
function drawInterest(interest: Float32Array, user: number, random: Random) {
  const row = user * TOPICS.length;
  interest.fill(BACKGROUND_INTEREST / TOPICS.length, row, row + TOPICS.length);
  const first = random.integer(TOPICS.length);
  const favourites = 2 + random.integer(5);
  const weights = Array.from({ length: favourites }, () => -Math.log(1 - random.next()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    const topic =
      index === 0 ? first : random.next() < 0.4 ? siblingTopic(first, random) : random.integer(TOPICS.length);
    interest[row + topic] = (interest[row + topic] ?? 0) + ((1 - BACKGROUND_INTEREST) * weight) / total;
  }
}

/** `watchesPerUser` and `days` set the average activity; single users spread log-normally around it. */
export function createUsers(
  size: number,
  days: number,
  watchesPerUser: number,
  random: Random,
): { users: VideoUsers; truth: UserTruth } {
  const users: VideoUsers = { size, language: new Uint8Array(size), signupDay: new Float32Array(size) };
  const truth: UserTruth = {
    userStyle: new Float32Array(size * STYLE_SIZE),
    interest: new Float32Array(size * TOPICS.length),
    activity: new Float32Array(size),
    clickbaitWeakness: new Float32Array(size),
    preferredLogDuration: new Float32Array(size),
  };
  const languageSums = cumulative(LANGUAGE_SHARES);
  for (let u = 0; u < size; u++) {
    users.language[u] = drawFrom(languageSums, random);
    users.signupDay[u] =
      random.next() < NEW_USER_SHARE ? days * (0.6 + 0.4 * random.next()) : -random.next() * 700;
    drawInterest(truth.interest, u, random);
    for (let s = 0; s < STYLE_SIZE; s++) truth.userStyle[u * STYLE_SIZE + s] = random.normal();
    truth.activity[u] = (watchesPerUser / days) * Math.exp(random.normal() * 0.7 - 0.245);
    truth.clickbaitWeakness[u] = Math.exp(random.normal() * 0.5) * 0.5;
    truth.preferredLogDuration[u] = Math.log(300) + random.normal() * 0.9;
  }
  return { users, truth };
}
