/**
 * What the rules need to know before they start, so that none of them starves another: which fresh items must survive
 * for the quota, and which items below the rank limit go on all the same because those above are not enough.
 */

/** What the rules ask of an item. Items with the same content are copies of each other; a group shares a cap. */
export type Nature = {
  readonly contentOf: (item: number) => number;
  readonly groupOf: (item: number) => number;
  readonly isFresh: (item: number) => boolean;
};

export type RuleLimits = {
  readonly slateSize: number;
  readonly rankLimit: number;
  readonly groupCap: number;
  readonly freshQuota: number;
};

/** After dedup and cap a diversifier should have about so many items per slot of the slate to choose from. */
const CHOICES_PER_SLOT = 3;

/** Takes note of items one by one; an item is admitted unless it is a copy or its group has had its share. */
function createGate({ contentOf, groupOf }: Nature, cap: number) {
  const contents = new Set<number>();
  const groups = new Map<number, number>();
  const isCopy = (item: number) => contents.has(contentOf(item));
  return {
    admit(item: number): boolean {
      const count = groups.get(groupOf(item)) ?? 0;
      if (isCopy(item) || count >= cap) return false;
      contents.add(contentOf(item));
      groups.set(groupOf(item), count + 1);
      return true;
    },
    /** The content is taken, whatever becomes of the item. */
    note(item: number) {
      contents.add(contentOf(item));
    },
    isCopy,
  };
}

/**
 * The best `quota` fresh items that can stand in one slate: no copy of anything ranked above, at most `cap` of one
 * group among themselves. Fewer when there are not so many. `ranked` is best first.
 */
export function chooseFresh(ranked: Int32Array, nature: Nature, quota: number, cap: number): number[] {
  const gate = createGate(nature, cap);
  const chosen: number[] = [];
  for (const item of ranked) {
    if (chosen.length >= quota) break;
    if (nature.isFresh(item) && gate.admit(item)) chosen.push(item);
    else gate.note(item);
  }
  return chosen;
}

/**
 * Indices of ranked items below the rank limit that go on behind it: the fresh ones that the quota needs, and the best
 * by other groups when dedup and cap leave too few of those above. Rising.
 */
export function reserveBelow(
  ranked: Int32Array,
  nature: Nature,
  { slateSize, rankLimit, groupCap, freshQuota }: RuleLimits,
): number[] {
  const fresh = new Set(chooseFresh(ranked, nature, freshQuota, groupCap));
  const wanted = Math.min(rankLimit, CHOICES_PER_SLOT * slateSize);
  const gate = createGate(nature, groupCap);
  // Fresh ones are counted first, as the cap does.
  let left = 0;
  for (const item of fresh) if (gate.admit(item)) left++;
  const reserved: number[] = [];
  for (const [index, item] of ranked.entries()) {
    const isAbove = index < rankLimit;
    if (fresh.has(item)) {
      if (!isAbove) reserved.push(index);
      continue;
    }
    if (!isAbove && left >= wanted) continue;
    if (!gate.admit(item)) continue;
    left++;
    if (!isAbove) reserved.push(index);
  }
  return reserved;
}
