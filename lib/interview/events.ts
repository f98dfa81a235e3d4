/**
 * The entries of an interview's log. The state of an interview is the fold of its events (state.ts).
 *
 * `origin` is the tab or device that wrote an event, or "server". `atMs` is when it was written (milliseconds since
 * 1970, by the server's clock: a client adds its offset). `seq` is the place in the log; the server gives it out.
 * `base` is the last seq that the writer had seen when it wrote: what came after it, from others, is concurrent.
 */
import * as z from "zod";
import { topicSchema } from "@/lib/content/schemas/interviewer";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES } from "@/lib/framework/stages";
import { boardChangeSchema } from "./board";
import { MODEL_FAILURES } from "./model-failure";
import { setupSchema } from "./setup";
import { storableText } from "./storable-text";

/** A text of the answer: one per stage in coach mode, one for all in exam mode. */
export const ANSWER_PARTS = [...STAGES, "whole"] as const;
export const answerPartSchema = z.enum(ANSWER_PARTS);
export type AnswerPart = z.infer<typeof answerPartSchema>;

export const MAX_TEXT_CHARS = 65_536;
export const MAX_QUESTION_CHARS = 600;
export const MAX_REPLY_CHARS = 4_000;
export const SERVER_ORIGIN = "server";

const envelope = {
  eventId: z.uuid(),
  origin: z.string().regex(/^[a-z0-9]{4,24}$/),
  atMs: z.number().int().min(0).max(8.64e15),
};
const base = z.number().int().min(0);
const splice = {
  base,
  index: z.number().int().min(0).max(MAX_TEXT_CHARS),
  remove: z.number().int().min(0).max(MAX_TEXT_CHARS),
  insert: storableText(MAX_TEXT_CHARS),
};
const shortId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const decisionValueSchema = z.union([
  storableText(80),
  z.number(),
  z.boolean(),
  z.array(storableText(80)).max(12),
  z.null(),
]);
export type DecisionValue = z.infer<typeof decisionValueSchema>;

/** Events that a candidate's browser may write. */
export const candidateEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...envelope, kind: z.literal("stage-entered"), stage: stageSchema }),
  z.strictObject({ ...envelope, kind: z.literal("answer-edited"), part: answerPartSchema, ...splice }),
  z.strictObject({ ...envelope, kind: z.literal("note-edited"), ...splice }),
  z.strictObject({
    ...envelope,
    kind: z.literal("decision-made"),
    base,
    field: shortId,
    value: decisionValueSchema,
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal("board-changed"),
    base,
    changes: z.array(boardChangeSchema).min(1).max(300),
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal("estimate-saved"),
    base,
    estimateId: shortId,
    name: storableText(60),
    expression: storableText(300),
  }),
  z.strictObject({ ...envelope, kind: z.literal("estimate-removed"), estimateId: shortId }),
  z.strictObject({
    ...envelope,
    kind: z.literal("question-asked"),
    text: storableText(MAX_QUESTION_CHARS).min(1),
  }),
  /** A spoken answer to something the interviewer said; it counts like written text. */
  z.strictObject({
    ...envelope,
    kind: z.literal("reply-given"),
    replyTo: z.uuid(),
    text: storableText(MAX_REPLY_CHARS).min(1),
  }),
  z.strictObject({ ...envelope, kind: z.literal("conflict-resolved"), conflictId: z.uuid() }),
]);
export type CandidateEvent = z.infer<typeof candidateEventSchema>;

/**
 * Why the interviewer spoke. Ids of triggers and twists name what a good answer holds, so they are null in what
 * a candidate's browser receives before submission (redact.ts).
 */
const aboutSchema = z.discriminatedUnion("about", [
  z.strictObject({ about: z.literal("fact"), id: shortId, topic: topicSchema }),
  z.strictObject({ about: z.literal("trigger"), id: shortId.nullable() }),
  /** The oldest open follow-up or twist was answered well enough, or is let go. */
  z.strictObject({ about: z.literal("acknowledgement"), settled: z.enum(["enough", "let-go"]) }),
  z.strictObject({ about: z.literal("unknown") }),
  /** A partner's own words that neither tell a fact nor wait for a reply. */
  z.strictObject({ about: z.literal("remark") }),
  /** Said by the way: it waits for no reply, and is said once. */
  z.strictObject({ about: z.literal("courtesy"), id: shortId.nullable() }),
]);
export type About = z.infer<typeof aboutSchema>;

/** Whose words the interviewer's seat spoke: the script's, a language model's wording of them, or a partner's. */
export const VOICES = ["script", "model", "partner"] as const;
export type Voice = (typeof VOICES)[number];
/** Left out: the script's. */
const voice = z.enum(VOICES).optional();

/** What a partner asks in their own words is a follow-up like the script's, under this id. */
export const PARTNERS_QUESTION = "partners-question";

/** Events that only the server writes. */
export const serverEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...envelope,
    kind: z.literal("interview-started"),
    setup: setupSchema,
    deadlineAtMs: z.number().int(),
    /** The instant after which an assignment takes nothing more, whatever is paused; absent: none. */
    latestEndMs: z.number().int().optional(),
    opening: storableText(600),
    prompt: storableText(2_000),
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal("interviewer-said"),
    text: storableText(2_000),
    about: aboutSchema,
    replyTo: z.uuid().nullable(),
    voice,
    /** Why these are the script's words although a language model was to find its own. */
    voiceFailure: z.enum(MODEL_FAILURES).optional(),
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal("twist-given"),
    twistId: shortId.nullable(),
    text: storableText(2_000),
    change: storableText(200),
    voice,
  }),
  z.strictObject({
    ...envelope,
    kind: z.literal("hint-shown"),
    stage: stageSchema,
    index: z.number().int().min(0),
    text: storableText(600),
  }),
  z.strictObject({ ...envelope, kind: z.literal("paused") }),
  z.strictObject({ ...envelope, kind: z.literal("resumed"), deadlineAtMs: z.number().int() }),
  /** More time from who assigned it, while it runs (more-time.ts). */
  z.strictObject({
    ...envelope,
    kind: z.literal("time-granted"),
    timeMultiplier: setupSchema.shape.timeMultiplier,
    deadlineAtMs: z.number().int(),
    latestEndMs: z.number().int(),
  }),
  z.strictObject({ ...envelope, kind: z.literal("submitted"), by: z.enum(["candidate", "deadline"]) }),
]);
export type ServerEvent = z.infer<typeof serverEventSchema>;
type WithoutEnvelope<Event> = Event extends ServerEvent ? Omit<Event, "eventId" | "origin" | "atMs"> : never;
/** What a server event says, before somebody has said when and under which id. */
export type ServerEventBody = WithoutEnvelope<ServerEvent>;

export const interviewEventSchema = z.union([candidateEventSchema, serverEventSchema]);
export type InterviewEvent = CandidateEvent | ServerEvent;
export type EventKind = InterviewEvent["kind"];
/** An event with its place in the log. */
export type LoggedEvent = InterviewEvent & { seq: number };
