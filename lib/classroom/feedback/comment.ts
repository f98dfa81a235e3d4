/** A grader's remark, as the server takes it and as the screens get it. */
import * as z from "zod";
import { type Anchor, anchorSchema } from "@/lib/classroom/anchor";
import { storableText } from "@/lib/interview/storable-text";

/** UTF-16 code units of Markdown. */
export const MAX_COMMENT = 4_000;
/** A submission with more remarks than this helps nobody. */
export const MOST_COMMENTS = 200;

export const commentBodySchema = storableText(MAX_COMMENT).refine(
  (body) => body.trim() !== "",
  "Write something first.",
);

/** The id is made by who writes it, so that a save that is sent twice is one remark. */
export const newCommentSchema = z.strictObject({
  id: z.uuid(),
  pointId: z.string().max(120).nullable(),
  anchor: anchorSchema.nullable(),
  body: commentBodySchema,
  /** Remarks of the bank that went into it; each counts one use. */
  bankCommentIds: z.array(z.uuid()).max(20),
});
export type NewComment = z.infer<typeof newCommentSchema>;

export type FeedbackComment = {
  id: string;
  pointId: string | null;
  anchor: Anchor | null;
  body: string;
  revision: number;
  /** Null where graders are not named: in front of students, and when the account is gone. */
  author: string | null;
  updatedAtMs: number;
  /** Whether the reader may edit and delete it. */
  mayChange: boolean;
};

/** An edit upon an older version changes nothing, and says what stands there now; null when it was deleted since. */
export type EditOutcome =
  | { outcome: "saved"; comment: FeedbackComment }
  | { outcome: "conflict"; current: FeedbackComment | null };
