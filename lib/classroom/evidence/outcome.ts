/**
 * What a lab run gave, in a form that two runs can be compared by: the first ten items of what was shown, a few headline
 * figures, and one hash of both to read out or compare by eye. Same address, same outcome: a grader runs the address
 * again and compares, so a stored outcome need not be trusted. The hash is FNV-1a (Fowler, Noll, Vo, 1991): it finds
 * accidents, it proves nothing.
 */
import * as z from "zod";

export const MOST_ITEMS = 10;
/** Figures are kept to so many significant digits; what differs beyond them is the processor's rounding. */
const DIGITS = 6;

const figureSchema = z.strictObject({ name: z.string().min(1).max(60), value: z.number() });
const contentSchema = {
  items: z.array(z.number().int().min(0)).max(MOST_ITEMS),
  figures: z.array(figureSchema).max(12),
};
const hashed = z.string().regex(/^[0-9a-f]{16}$/);

export type Figure = z.infer<typeof figureSchema>;
export type OutcomeContent = { items: number[]; figures: Figure[] };
export type Outcome = OutcomeContent & { hash: string };

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a over the UTF-8 bytes of a text, 64 bits in 16 hexadecimal digits. */
export function fnv1a64(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
}

const hashOf = ({ items, figures }: OutcomeContent): string =>
  fnv1a64(JSON.stringify([items, figures.map(({ name, value }) => [name, value])]));

/** @param items ids in the order in which they were shown; only the first ten are kept */
export function outcomeOf(items: readonly number[], figures: readonly Figure[]): Outcome {
  const content = {
    items: items.slice(0, MOST_ITEMS),
    figures: figures.map(({ name, value }) => ({ name, value: Number(value.toPrecision(DIGITS)) })),
  };
  return { ...content, hash: hashOf(content) };
}

export const outcomeSchema = z
  .strictObject({ ...contentSchema, hash: hashed })
  .refine((outcome) => hashOf(outcome) === outcome.hash, { error: "The hash is not that of the outcome." });

export type Difference =
  | { of: "place"; place: number; stored: number | null; again: number | null }
  | { of: "figure"; name: string; stored: number | null; again: number | null };

/** What a new run gave otherwise than the stored one; empty when the two are identical. */
export function differences(stored: OutcomeContent, again: OutcomeContent): Difference[] {
  const places = Array.from({ length: Math.max(stored.items.length, again.items.length) }, (_, i) => ({
    of: "place" as const,
    place: i + 1,
    stored: stored.items[i] ?? null,
    again: again.items[i] ?? null,
  }));
  const names = [...new Set([...stored.figures, ...again.figures].map(({ name }) => name))];
  const figureOf = (side: OutcomeContent, name: string) =>
    side.figures.find((figure) => figure.name === name)?.value ?? null;
  const figures = names.map((name) => ({
    of: "figure" as const,
    name,
    stored: figureOf(stored, name),
    again: figureOf(again, name),
  }));
  return [...places, ...figures].filter((one) => one.stored !== one.again);
}
