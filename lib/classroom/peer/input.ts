/** What a reviewer and an author may send: a mark for each point of the sheet and a comment; the reason of a flag. */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";

export const PEER_MARKS = [0, 0.5, 1] as const;
export const MAX_PEER_COMMENT_CHARS = 4_000;
export const MAX_REASON_CHARS = 1_000;

export const peerReviewSchema = z.object({
  marks: z.record(z.string().regex(/^[a-z0-9-]{1,80}$/), z.literal(PEER_MARKS)),
  comment: storableText(MAX_PEER_COMMENT_CHARS),
  revision: z.number().int().min(0),
});

export const reasonSchema = storableText(MAX_REASON_CHARS).refine(
  (words) => words.trim() !== "",
  "Say what is wrong with it.",
);
