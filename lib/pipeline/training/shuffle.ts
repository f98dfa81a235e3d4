/** Puts rows into a random order in place (Fisher and Yates; Durstenfeld, 1964). */
import type { Random } from "@/lib/random";

export function shuffleInPlace(order: Int32Array, random: Random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const swapped = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swapped;
  }
}
