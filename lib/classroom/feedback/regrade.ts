/**
 * Asking for another look at a point after the grades are out: once a point, with a reason, within two weeks of the
 * release, so that a term's grades become final (decision 38).
 */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";

export const REGRADE_DAYS = 14;
const DAY_MS = 86_400_000;
export const MAX_REASON = 2_000;

export const REGRADE_STATUSES = ["open", "changed", "declined"] as const;
export type RegradeStatus = (typeof REGRADE_STATUSES)[number];

/** The last instant at which a point can be asked about. */
export const regradeEndsAtMs = (releasedAtMs: number): number => releasedAtMs + REGRADE_DAYS * DAY_MS;

const said = (message: string) => storableText(MAX_REASON).refine((text) => text.trim() !== "", message);

export const regradeReasonSchema = said("Say what was overlooked.");
export const regradeAnswerSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("changed"),
    answer: said("Say what you changed and why."),
    credit: z.number().min(0).max(1),
    /** Of the point, as it was seen: a decision upon an older one is refused. */
    revision: z.number().int().min(0),
  }),
  z.strictObject({ status: z.literal("declined"), answer: said("Say why the credit stays.") }),
]);
export type RegradeAnswer = z.infer<typeof regradeAnswerSchema>;

/** A request as its student sees it. */
export type OwnRegrade = { reason: string; status: RegradeStatus; answer: string };
