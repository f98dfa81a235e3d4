/**
 * What a person has in their decks. A deck is what one file of cards makes: of a case or of a chapter; its id is the
 * address of that page without the first slash. An item is a card, or a question that was answered wrong and comes back.
 */
import * as z from "zod";
import type { Memory } from "./schedule";

export const ITEM_KINDS = ["card", "question"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const SLUG = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
/** cases/<slug> or framework/<slug>. */
export const deckIdSchema = z
  .string()
  .max(90)
  .regex(new RegExp(`^(cases|framework)/${SLUG}$`));
export const itemIdSchema = z
  .string()
  .max(90)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const caseDeck = (slug: string): string => `cases/${slug}`;
export const chapterDeck = (slug: string): string => `framework/${slug}`;
export const isCaseDeck = (deck: string): boolean => deck.startsWith("cases/");
export const slugOfDeck = (deck: string): string => deck.slice(deck.indexOf("/") + 1);

/** A card and a question of one deck may have the same id. */
export const itemKeySchema = z.strictObject({
  deck: deckIdSchema,
  kind: z.enum(ITEM_KINDS),
  itemId: itemIdSchema,
});
export type ItemKey = z.infer<typeof itemKeySchema>;
/** One text for a key, where a map or a list needs it. */
export const keyOf = ({ deck, kind, itemId }: ItemKey): string => `${deck}#${kind}:${itemId}`;

export type Item = ItemKey & {
  memory: Memory;
  addedAt: Date;
  /** Belongs to a point that a report found missing and that has not been retained since. */
  isMissed: boolean;
  /** Set aside by the person: not asked until taken back. */
  isSuspended: boolean;
  /** Put off until this instant. */
  buriedUntil: Date | null;
};
