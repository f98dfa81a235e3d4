/**
 * Interns the units of a set of references, so that a text is compared with each distinct unit once, however many
 * reference sentences use it. An inverted index by stem and concept keeps the number of comparisons small.
 */
import { unitSimilarity } from "@/lib/grading/alignment/similarity";
import type { Unit } from "@/lib/grading/text/concepts";

export type TypeMatch = { type: number; similarity: number };

export type UnitTypes = {
  /** Number of distinct units. */
  readonly size: number;
  /** The number of a unit; a new one is added. */
  intern(unit: Unit): number;
  /** Every known unit that resembles `unit`, with its similarity. */
  matches(unit: Unit): readonly TypeMatch[];
};

function push(index: Map<string, number[]>, key: string, type: number): void {
  const types = index.get(key);
  if (types) types.push(type);
  else index.set(key, [type]);
}

/** Everything under which a unit can be found; the first two letters catch misspellings. */
function lookupKeys(unit: Unit): string[] {
  const keys = unit.stems.map((stem) => `s:${stem}`);
  for (const concept of unit.concepts) keys.push(`c:${concept}`);
  for (const concept of unit.inner) keys.push(`c:${concept}`);
  const [only] = unit.stems;
  if (unit.stems.length === 1 && only && only.length >= 5) keys.push(`t:${only.slice(0, 2)}`);
  return keys;
}

export function createUnitTypes(): UnitTypes {
  const units: Unit[] = [];
  const numbers = new Map<string, number>();
  const index = new Map<string, number[]>();
  const cache = new Map<string, readonly TypeMatch[]>();

  function compute(unit: Unit): TypeMatch[] {
    const found = new Map<number, number>();
    for (const key of lookupKeys(unit)) {
      for (const type of index.get(key) ?? []) {
        const reference = units[type];
        if (!reference || found.has(type)) continue;
        found.set(type, unitSimilarity(reference, unit));
      }
    }
    return [...found]
      .filter(([, similarity]) => similarity > 0)
      .map(([type, similarity]) => ({ type, similarity }));
  }

  return {
    get size() {
      return units.length;
    },
    intern(unit) {
      const known = numbers.get(unit.key);
      if (known !== undefined) return known;
      const type = units.push(unit) - 1;
      numbers.set(unit.key, type);
      for (const key of new Set(lookupKeys(unit))) push(index, key, type);
      cache.clear();
      return type;
    },
    matches(unit) {
      const known = cache.get(unit.key);
      if (known) return known;
      const computed = compute(unit);
      if (cache.size > 20_000) cache.clear();
      cache.set(unit.key, computed);
      return computed;
    },
  };
}
