/** Chance that belongs to a pair of numbers: the same pair has the same luck for ever, and nothing is stored. */
const GOLDEN = 0x9e3779b1;
/** `\sqrt{12}`: scales a uniform of width 1 to a variance of 1. */
const UNIFORM_SCALE = Math.sqrt(12);

/** A well mixed 32-bit hash of two integers (finalizer of MurmurHash3; Appleby, 2011). */
export function hashPair(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, GOLDEN), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Uniform in [0, 1). */
export const luckOf = (a: number, b: number): number => hashPair(a, b) / 0x1_0000_0000;

/** Mean 0, variance 1 (uniform within 1.73). */
export const tasteOf = (a: number, b: number): number => UNIFORM_SCALE * (luckOf(a, b) - 0.5);
