/** When people come: a day's visits of all users, more of them after satisfied visits. */
import type { Random } from "@/lib/random";
import type { BehaviourWorld } from "./behaviour";
import { returnFactor } from "./returning";

/** Share of watches outside the recommender: searches and subscriptions. */
const ORGANIC_SHARE = 0.5;
/** An average slate of the logging policy gets about so many clicks. */
const CLICKS_PER_SLATE = 0.95;

export type Visit = { readonly user: number; readonly day: number; readonly isOrganic: boolean };

/** One day's visits in the order of time. */
export function drawVisits(
  { users, truth }: BehaviourWorld,
  satisfactionOf: (user: number) => number,
  day: number,
  random: Random,
): Visit[] {
  const visits: Visit[] = [];
  for (let user = 0; user < users.size; user++) {
    if ((users.signupDay[user] ?? 0) > day) continue;
    const activity = (truth.activity[user] ?? 0) * returnFactor(satisfactionOf(user));
    const organic = poisson(activity * ORGANIC_SHARE, random);
    const slates = poisson((activity * (1 - ORGANIC_SHARE)) / CLICKS_PER_SLATE, random);
    for (let v = 0; v < organic + slates; v++)
      visits.push({ user, day: day + random.next(), isOrganic: v < organic });
  }
  return visits.sort((a, b) => a.day - b.day);
}

/** Knuth's product method; fine for small means. */
export function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
}
