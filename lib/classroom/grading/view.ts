/**
 * How a grader goes through the submissions of an assignment: one stage across students, or student by student; in
 * which order, and which of them. It stands in the address, so that a queue can be left and found again.
 */
import * as z from "zod";
import { stageSchema } from "@/lib/framework/stage-schemas";
import type { Stage } from "@/lib/framework/stages";

export const QUEUE_ORDERS = ["undecided", "doubts", "label"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];
export const QUEUE_FILTERS = [
  "all",
  "undecided",
  "decided",
  "differs",
  "flagged",
  "late",
  "evidence",
  "regrade",
] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

export const ORDER_WORDS: Record<QueueOrder, string> = {
  undecided: "undecided first",
  doubts: "least certain first",
  label: "by student",
};
export const FILTER_WORDS: Record<QueueFilter, string> = {
  all: "all",
  undecided: "undecided",
  decided: "decided",
  differs: "decided unlike the machine",
  flagged: "flagged by the machine",
  late: "late",
  evidence: "with evidence",
  regrade: "asked to be looked at again",
};

/** Verdicts with which the machine itself says that a person should judge. */
export const DOUBTFUL_VERDICTS = ["not-sure", "maybe-contradicts"] as const;

export const gradingViewSchema = z.object({
  /** Null: student by student, all stages. */
  stage: stageSchema.nullable().catch(null).default(null),
  order: z.enum(QUEUE_ORDERS).catch("undecided").default("undecided"),
  filter: z.enum(QUEUE_FILTERS).catch("all").default("all"),
  find: z.string().trim().max(80).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type GradingView = z.infer<typeof gradingViewSchema>;

const DEFAULTS = gradingViewSchema.parse({});

/** From an address; what makes no sense there is as if it were not there. */
export const parseGradingView = (query: Record<string, unknown>): GradingView =>
  gradingViewSchema.parse(query);

/** The part of an address after "?", with it; empty when all is as usual. */
export function gradingQuery(view: Partial<GradingView> & { at?: Stage | undefined }): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) {
    const usual = (DEFAULTS as Record<string, unknown>)[key];
    if (value !== null && value !== undefined && value !== usual) query.set(key, String(value));
  }
  return query.size > 0 ? `?${query}` : "";
}
