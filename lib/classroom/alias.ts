/**
 * What graders see in place of a name: a number drawn at random, so that neither the order of the roster nor that of
 * submitting shows in it. Of three digits while the class is small.
 */
import type { Random } from "@/lib/random";

const FIRST = 100;
const LEAST_RANGE = 900;
/** Numbers to draw from for each one that is taken, so that a draw rarely has to be repeated. */
const ROOM = 4;

/** A number from 100 on that is not among `taken`. */
export function drawAlias(taken: ReadonlySet<number>, random: Random): number {
  const range = Math.max(LEAST_RANGE, ROOM * (taken.size + 1));
  let alias = FIRST + random.integer(range);
  while (taken.has(alias)) alias = FIRST + random.integer(range);
  return alias;
}
