/**
 * Seeded randomness. Every pure module takes a `Random` as a parameter; nothing draws from a global source,
 * so that the same seed gives the same world, the same training run and the same interview.
 */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
  /** A new stream that does not move this one: same parent seed and label, same stream. */
  fork(label: string): Random;
};

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Puts items into a random order in place (Fisher and Yates; Durstenfeld, 1964). */
export function shuffleInPlace<Item>(
  items: { readonly length: number; [index: number]: Item },
  random: Random,
): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const swapped = items[i] as Item;
    items[i] = items[j] as Item;
    items[j] = swapped;
  }
}

/** sfc32, a 128-bit small fast counting generator that passes PractRand (Doty-Humphrey, 2010). */
export function createRandom(seed: number | string): Random {
  const origin = typeof seed === "number" ? `#${seed}` : seed;
  let a = hashString(`${origin}/a`);
  let b = hashString(`${origin}/b`);
  let c = hashString(`${origin}/c`);
  let counter = 1;
  let spare: number | null = null;

  function nextUint32(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  for (let i = 0; i < 12; i++) nextUint32();

  const next = () => nextUint32() / 0x1_0000_0000;
  return {
    next,
    integer: (n) => Math.floor(next() * n),
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      const angle = 2 * Math.PI * next();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    fork: (label) => createRandom(`${origin}/${label}`),
  };
}
