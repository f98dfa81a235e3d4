/** interviewer.yaml: what the interviewer of a case knows, asks and changes; and what one asks in every case. */
import * as z from "zod";
import { conditionSchema } from "@/lib/content/schemas/condition";
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

const askedAsSchema = z.string().min(6).max(200);

/** Something that is told only when asked. */
export const factSchema = z.strictObject({
  id: idSchema,
  topic: topicSchema,
  /** The question as a textbook would put it. */
  question: z.string().min(8).max(200),
  /** Other ways people ask it, worded as differently as possible. */
  askedAs: z.array(askedAsSchema).min(2),
  /** Groups of interchangeable surface forms special to this fact. */
  aliases: z.array(z.array(z.string().min(2)).min(2)).default([]),
  /** What the interviewer says: spoken, short, with its number. */
  answer: z.string().min(20).max(500),
  /** What goes wrong in a design that never asked. */
  ifNeverAsked: z.string().min(10).max(300),
});

/** What follows on another trigger, once the interviewer has settled it that way. */
const afterSchema = z.strictObject({ trigger: idSchema, outcome: z.enum(["enough", "let-go"]) });

const triggerFields = {
  id: idSchema,
  /** interrupt: said at once; probe: a follow-up on a weak spot; push-back: asks for a number or a reason. */
  kind: z.enum(["interrupt", "probe", "push-back"]),
  when: conditionSchema.optional(),
  /** Asked only on the heels of that trigger: deeper when its reply was enough, simpler when it was let go. */
  after: afterSchema.optional(),
  /** Lowest level it is meant for; `mid` means everyone. */
  level: levelSchema.default("mid"),
  question: z.string().min(15).max(300),
  /** When the question is answered, for what no rubric point says. Once it holds, there is nothing left to ask. */
  enough: conditionSchema.optional(),
  /** Higher is asked first when several are ready. */
  priority: z.number().int().min(1).max(9).default(5),
};
const isDueSometime = (trigger: { when?: unknown; after?: unknown }) =>
  trigger.when !== undefined || trigger.after !== undefined;
const NEVER_DUE = { error: "Say `when` it is due, or which trigger it comes `after`." };

/** A trigger of content/interviewer.yaml, for every case: it knows no points, facts or decisions. */
export const sharedTriggerSchema = z.strictObject(triggerFields).refine(isDueSometime, NEVER_DUE);
/** content/interviewer.yaml: what is the same in every case. */
export const sharedScriptSchema = z.strictObject({
  triggers: z.array(sharedTriggerSchema).min(1),
  /** Words that mean the same in a question, whatever it is about: name of the group -> surface forms. */
  words: z.record(idSchema, z.array(z.string().min(2)).min(2)).default({}),
});

export const triggerSchema = z
  .strictObject({
    ...triggerFields,
    /** Rubric points that a good reply would earn, the one it is most about first. */
    probes: z.array(z.string()).default([]),
    /** Shared triggers that ask the same in other words; the case's own stands in for them. */
    insteadOf: z.array(idSchema).default([]),
  })
  .refine(isDueSometime, NEVER_DUE);

/** What a case makes of the shared triggers: the points they are about here, and those that do not fit. */
const sharedUseSchema = z.strictObject({
  probes: z.record(idSchema, z.array(z.string()).min(1)).default({}),
  silenced: z.array(idSchema).default([]),
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
  /** What the interviewer asks some minutes later when nothing of the design has changed. */
  check: z.string().min(20).max(300),
  /** Sentences (in a candidate's words) that show the design was adapted; matched like exemplars. */
  adaptedBy: z.array(z.string().min(25).max(400)).min(2),
  stages: z.array(stageSchema).min(1),
});

export const interviewerSchema = z.strictObject({
  /** First words, before the prompt. */
  opening: z.string().min(20).max(400),
  /** A case's own are held to more ways of asking than those of a class. */
  facts: z.array(factSchema.extend({ askedAs: z.array(askedAsSchema).min(4) })).min(1),
  triggers: z.array(triggerSchema).min(1),
  shared: sharedUseSchema.default({ probes: {}, silenced: [] }),
  twists: z.array(twistSchema).min(1),
});

export type Fact = z.infer<typeof factSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type SharedScript = z.infer<typeof sharedScriptSchema>;
export type SharedTrigger = z.infer<typeof sharedTriggerSchema>;
export type Twist = z.infer<typeof twistSchema>;
export type InterviewerScript = z.infer<typeof interviewerSchema>;
