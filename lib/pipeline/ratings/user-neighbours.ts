/**
 * Users with the same taste: the similarity of two users is the sum over shared items of 1 / sqrt(ratings of the item),
 * divided by the square root of both lengths; what the nearest ones rated is added up by the fourth power of that.
 * Reaches every item of the catalogue, also those too rare for closed-form weights.
 */
const NEIGHBOURS = 80;
const POWER = 4;
/** Of an item with more raters every n-th one is looked at. */
const MAX_RATERS = 1_000;

export type UserNeighbours = {
  /** Scores [catalogue] for the history of a user, who is not a neighbour of their own. */
  score(user: number, history: Int32Array): Float32Array;
};

export function createUserNeighbours(histories: readonly Int32Array[], size: number): UserNeighbours {
  const counts = new Int32Array(size);
  for (const history of histories) for (const item of history) counts[item] = (counts[item] as number) + 1;
  const offsets = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) offsets[i + 1] = (offsets[i] as number) + (counts[i] as number);
  const next = offsets.slice();
  const raters = new Int32Array(offsets[size] as number);
  for (const [user, history] of histories.entries())
    for (const item of history) {
      const at = next[item] as number;
      raters[at] = user;
      next[item] = at + 1;
    }
  const shared = new Float32Array(histories.length);

  function addShared(item: number) {
    const count = counts[item] as number;
    const step = Math.max(1, Math.ceil(count / MAX_RATERS));
    const weight = step / Math.sqrt(Math.max(1, count));
    for (let k = offsets[item] as number; k < (offsets[item + 1] as number); k += step) {
      const other = raters[k] as number;
      shared[other] = (shared[other] as number) + weight;
    }
  }

  return {
    score(user, history) {
      shared.fill(0);
      for (const item of history) addShared(item);
      shared[user] = 0;
      const similarities = shared.map((sum, other) =>
        sum === 0
          ? 0
          : sum / Math.sqrt((histories[other] as Int32Array).length * Math.max(1, history.length)),
      );
      const sorted = similarities.slice().sort();
      const threshold = Math.max(1e-12, sorted[Math.max(0, sorted.length - NEIGHBOURS)] ?? 0);
      const scores = new Float32Array(size);
      for (const [other, similarity] of similarities.entries()) {
        if (similarity < threshold) continue;
        const strength = similarity ** POWER;
        for (const item of histories[other] as Int32Array) scores[item] = (scores[item] as number) + strength;
      }
      return scores;
    },
  };
}
