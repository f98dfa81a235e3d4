/** Builds the users: who they are, what of it the ad server knows, and how often they come. */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom, zipfWeights } from "../sampling";
import { type AdsTruth, type AdsUsers, UNKNOWN } from "./types";
import { AGE_SHARES, DEVICE_SHARES, INTERESTS, REGION_SHARES } from "./vocabulary";

const OPTED_OUT_SHARE = 0.3;

/** How people come: the simulator's part of a user. */
export type Habits = {
  /** Relative number of visits. */
  readonly activity: Float32Array;
  readonly mainDevice: Uint8Array;
};

type UserTruth = Pick<AdsTruth, "userAgeBand" | "userInterest" | "userSecondInterest">;

export function createUsers(
  size: number,
  random: Random,
): { users: AdsUsers; truth: UserTruth; habits: Habits } {
  const bytes = () => new Uint8Array(size);
  const truth = { userAgeBand: bytes(), userInterest: bytes(), userSecondInterest: bytes() };
  const habits = { activity: new Float32Array(size), mainDevice: bytes() };
  const users = {
    size,
    optedOut: bytes(),
    region: bytes(),
    ageBand: bytes(),
    interest: bytes(),
    secondInterest: bytes(),
  };
  const regionSums = cumulative(REGION_SHARES);
  const ageSums = cumulative(AGE_SHARES);
  const deviceSums = cumulative(DEVICE_SHARES);
  const interestSums = cumulative(zipfWeights(INTERESTS.length, 0.6, 4));
  for (let u = 0; u < size; u++) {
    const interest = drawFrom(interestSums, random);
    const step = 1 + random.integer(INTERESTS.length - 1);
    const isHidden = random.next() < OPTED_OUT_SHARE;
    users.region[u] = drawFrom(regionSums, random);
    users.optedOut[u] = Number(isHidden);
    truth.userAgeBand[u] = drawFrom(ageSums, random);
    truth.userInterest[u] = interest;
    truth.userSecondInterest[u] = (interest + step) % INTERESTS.length;
    habits.activity[u] = Math.exp(0.8 * random.normal());
    habits.mainDevice[u] = drawFrom(deviceSums, random);
    users.ageBand[u] = isHidden ? UNKNOWN : (truth.userAgeBand[u] as number);
    users.interest[u] = isHidden ? UNKNOWN : interest;
    users.secondInterest[u] = isHidden ? UNKNOWN : (truth.userSecondInterest[u] as number);
  }
  return { users, truth, habits };
}
