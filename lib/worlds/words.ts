/**
 * Randomness in bulk: a block of 32-bit words at a time, and normal draws by table look-up. A million videos take
 * twenty-four million words, the auctions of an ads world as many; a call and a logarithm for each would take seconds.
 */
import { normalQuantile } from "@/lib/evaluation/normal";
import type { Random } from "@/lib/random";

/** One word as a number in [0, 1): `word * UNIT`. */
export const UNIT = 1 / 0x1_0000_0000;

const NORMAL_LEVELS = 4096;
/** Keeps the bits of a word that choose a normal; take the low ones and, shifted by 16, the high ones. */
export const NORMAL_MASK = NORMAL_LEVELS - 1;

/** Standard normals as quantiles of equal probability: entry `word & NORMAL_MASK` is one draw, within +-3.7. */
export const createNormalTable = () =>
  Float32Array.from({ length: NORMAL_LEVELS }, (_, level) => normalQuantile((level + 0.5) / NORMAL_LEVELS));

/** Fills a block with the stream's next words. */
export type WordStream = (words: Uint32Array) => void;

/** sfc32 (Doty-Humphrey, 2010) as in lib/random.ts, with its state in locals while a block is filled. */
export function createWordStream(random: Random): WordStream {
  const state = Int32Array.from({ length: 4 }, () => random.integer(0x1_0000_0000));
  return (words) => {
    let [a = 0, b = 0, c = 0, counter = 0] = state;
    for (let i = 0; i < words.length; i++) {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      words[i] = sum;
    }
    state.set([a, b, c, counter]);
  };
}
