/** interviewer.yaml: what the interviewer of a case knows, asks and changes. */
import * as z from "zod";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";

export const TOPICS = [
  "goal",
  "scale",
  "latency",
  "data",
  "users",
  "content",
  "constraints",
  "surface",
  "freshness",
  "privacy",
] as const;
export const topicSchema = z.enum(TOPICS);
export type Topic = z.infer<typeof topicSchema>;

const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** Something that is told only when asked. */
export const factSchema = z.strictObject({
  id: idSchema,
  topic: topicSchema,
  /** The question as a textbook would put it. */
  question: z.string().min(8).max(200),
  /** Other ways people ask it, worded as differently as possible. */
  askedAs: z.array(z.string().min(6).max(200)).min(4),
  /** Groups of interchangeable surface forms special to this fact. */
  aliases: z.array(z.array(z.string().min(2)).min(2)).default([]),
  /** What the interviewer says: spoken, short, with its number. */
  answer: z.string().min(20).max(500),
  /** What goes wrong in a design that never asked. */
  ifNeverAsked: z.string().min(10).max(300),
});

/**
 * When a trigger fires. Leaves look at the answers and the clock; `all`, `any` and `not` combine them.
 * Text leaves are evaluated with the grader's own text machinery, never with bare substring search.
 */
export type Condition =
  | { said: string[]; stage?: z.infer<typeof stageSchema> | undefined }
  | { missing: string[]; stage?: z.infer<typeof stageSchema> | undefined }
  | { pointBelow: string; credit?: number | undefined }
  | { pointAtLeast: string; credit?: number | undefined }
  | { factNotAsked: string }
  | { stageReached: z.infer<typeof stageSchema> }
  | { stageLeft: z.infer<typeof stageSchema> }
  | { shareOfTimeAtLeast: number }
  | { decision: string; is: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    /** Any of these concepts (lexicon ids or literal words) was said in the answers (of `stage` when given). */
    z.strictObject({ said: z.array(z.string()).min(1), stage: stageSchema.optional() }),
    /** None of these concepts was said. */
    z.strictObject({ missing: z.array(z.string()).min(1), stage: stageSchema.optional() }),
    /** The rubric point's credit is below `credit` (default 0.5). */
    z.strictObject({ pointBelow: z.string(), credit: z.number().min(0).max(1).optional() }),
    z.strictObject({ pointAtLeast: z.string(), credit: z.number().min(0).max(1).optional() }),
    z.strictObject({ factNotAsked: z.string() }),
    /** The candidate has entered this stage (in exam mode: the clock has passed the stage's budgeted start). */
    z.strictObject({ stageReached: stageSchema }),
    /** The candidate has left this stage for a later one (in exam mode: the clock has passed its budgeted end). */
    z.strictObject({ stageLeft: stageSchema }),
    /** Share of the whole time that has passed, 0 to 1. */
    z.strictObject({ shareOfTimeAtLeast: z.number().min(0).max(1) }),
    z.strictObject({ decision: z.string(), is: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

export const triggerSchema = z.strictObject({
  id: idSchema,
  /** interrupt: said at once; probe: a follow-up on a weak spot; push-back: asks for a number or a reason. */
  kind: z.enum(["interrupt", "probe", "push-back"]),
  when: conditionSchema,
  /** Lowest level it is meant for; `mid` means everyone. */
  level: levelSchema.default("mid"),
  question: z.string().min(15).max(300),
  /** Rubric points that a good reply would earn. */
  probes: z.array(z.string()).default([]),
  /** Higher is asked first when several are ready. */
  priority: z.number().int().min(1).max(9).default(5),
});

/** A requirement that changes mid-round; the design has to change with it. */
export const twistSchema = z.strictObject({
  id: idSchema,
  /** Given when this condition first holds. */
  when: conditionSchema,
  level: levelSchema.default("mid"),
  /** What the interviewer says. */
  announce: z.string().min(40).max(500),
  /** What changed, as a short label for the report. */
  change: z.string().min(10).max(120),
  /** Sentences (in a candidate's words) that show the design was adapted; matched like exemplars. */
  adaptedBy: z.array(z.string().min(25).max(400)).min(2),
  stages: z.array(stageSchema).min(1),
});

export const interviewerSchema = z.strictObject({
  /** First words, before the prompt. */
  opening: z.string().min(20).max(400),
  facts: z.array(factSchema).min(1),
  triggers: z.array(triggerSchema).min(1),
  twists: z.array(twistSchema).min(1),
});

export type Fact = z.infer<typeof factSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type Twist = z.infer<typeof twistSchema>;
export type InterviewerScript = z.infer<typeof interviewerSchema>;
