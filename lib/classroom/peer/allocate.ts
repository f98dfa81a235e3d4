/**
 * Who reviews whom. Authors stand in a ring in a random order and each reviews the next k: nobody reviews themself, nobody
 * reviews anybody twice, and everybody gives and gets the same number.
 */
import { type Random, shuffleInPlace } from "@/lib/random";

export type Allocation<Author> = { reviewer: Author; author: Author };

/** @param count reviews each; fewer when there are not that many others */
export function allocateReviews<Author>(
  authors: readonly Author[],
  count: number,
  random: Random,
): Allocation<Author>[] {
  const ring = [...authors];
  shuffleInPlace(ring, random);
  const each = Math.min(count, ring.length - 1);
  return ring.flatMap((reviewer, i) =>
    Array.from({ length: Math.max(0, each) }, (_, step) => ({
      reviewer,
      author: ring[(i + step + 1) % ring.length] as Author,
    })),
  );
}
