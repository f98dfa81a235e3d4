/**
 * Where a grader's remark stands: a passage of an answer, or a node of the board. Offsets are UTF-16 positions in the
 * submitted text, which never changes, so `quote` is always exactly `text.slice(start, end)`; an anchor of which that is
 * not true was made up, and is refused.
 */
import * as z from "zod";
import { ANSWER_PARTS } from "@/lib/interview/events";
import { storableText } from "@/lib/interview/storable-text";
import type { Span } from "@/lib/reading/passages";

export const MAX_QUOTE = 2_000;

const textAnchorSchema = z.strictObject({
  kind: z.literal("text"),
  part: z.enum(ANSWER_PARTS),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: storableText(MAX_QUOTE).min(1),
});
export const anchorSchema = z.discriminatedUnion("kind", [
  textAnchorSchema,
  z.strictObject({ kind: z.literal("node"), nodeId: z.string().max(60) }),
]);
export type Anchor = z.infer<typeof anchorSchema>;
export type TextAnchor = z.infer<typeof textAnchorSchema>;

/** What was submitted, as far as remarks can stand on it. */
export type Anchorable = {
  answers: Partial<Record<TextAnchor["part"], string>>;
  nodeIds: readonly string[];
};

const isHighHalf = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at));
const isLowHalf = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/**
 * The anchor of a selection: without the spaces at its ends, and never through the middle of a character.
 * @returns null when nothing but space is selected, or more than can be quoted.
 */
export function textAnchor(part: TextAnchor["part"], text: string, selected: Span): TextAnchor | null {
  let start = Math.max(0, Math.min(selected.start, selected.end));
  let end = Math.min(text.length, Math.max(selected.start, selected.end));
  if (start > 0 && isLowHalf(text, start) && isHighHalf(text, start - 1)) start--;
  if (isHighHalf(text, end - 1) && isLowHalf(text, end)) end++;
  const words = text.slice(start, end);
  start += words.length - words.trimStart().length;
  const quote = words.trim();
  if (quote === "" || quote.length > MAX_QUOTE) return null;
  return { kind: "text", part, start, end: start + quote.length, quote };
}

/** Whether the remark stands on what was submitted: its words are the words there, its node is on the board. */
export function anchorHolds(anchor: Anchor, { answers, nodeIds }: Anchorable): boolean {
  if (anchor.kind === "node") return nodeIds.includes(anchor.nodeId);
  const text = answers[anchor.part];
  return (
    text !== undefined && anchor.start < anchor.end && text.slice(anchor.start, anchor.end) === anchor.quote
  );
}
