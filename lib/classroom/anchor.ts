/**
 * Where a grader's remark stands: a passage of an answer, or a node of the board. Offsets are UTF-16 positions in the
 * submitted text, which never changes, so `quote` is always exactly `text.slice(start, end)`.
 */
import * as z from "zod";
import { ANSWER_PARTS } from "@/lib/interview/events";

export const anchorSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    part: z.enum(ANSWER_PARTS),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    quote: z.string().min(1).max(2_000),
  }),
  z.strictObject({ kind: z.literal("node"), nodeId: z.string().max(60) }),
]);
export type Anchor = z.infer<typeof anchorSchema>;
