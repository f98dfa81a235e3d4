/** case.yaml and the front matter of a case's index.mdx, answers/*.md, chapters, decisions, lexicon, sources. */
import * as z from "zod";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";

export const slugSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const isoDate = z.iso.date();

export const FAMILIES = ["recommendation", "ctr-prediction", "search-ranking"] as const;
export const WORLDS = ["video", "ads", "search"] as const;

export const caseSchema = z.strictObject({
  slug: slugSchema,
  title: z.string().min(4).max(60),
  family: z.enum(FAMILIES),
  world: z.enum(WORLDS),
  /** One sentence for lists. */
  summary: z.string().min(40).max(200),
  /** As the interviewer would say it; vague on purpose. */
  prompt: z.string().min(80).max(900),
  /** What this case is really about, shown only after an interview or on the solution page. */
  themes: z.array(z.string().min(3).max(60)).min(3).max(8),
  /** State of the lab that shows this case: the query string of /lab/<world>. */
  labPreset: z.string(),
  /** Hints of coach mode, from gentle to telling, per stage. */
  hints: z.partialRecord(stageSchema, z.array(z.string().min(15).max(300)).min(2)),
  updated: isoDate,
});
export type CaseMeta = z.infer<typeof caseSchema>;

/** Scale numbers that a text makes up; each may be used in it wherever its value stands. Listed at the top of the page. */
const assumesSchema = z
  .array(z.strictObject({ name: z.string().min(3).max(80), value: z.string().min(1).max(40) }))
  .default([]);
export type Assumption = z.infer<typeof assumesSchema>[number];

export const solutionFrontmatterSchema = z.strictObject({
  title: z.string().min(10).max(120),
  summary: z.string().min(40).max(300),
  assumes: assumesSchema,
  updated: isoDate,
});

/** PITFALLS that a naive answer demonstrates and that the grader must find in it. */
export const PITFALLS = [
  "jumps-to-the-model",
  "ignores-the-data-pipeline",
  "forgets-monitoring-and-deployment",
] as const;
export const pitfallSchema = z.enum(PITFALLS);
export type Pitfall = z.infer<typeof pitfallSchema>;

/** answers/<name>.md: body is one `## <stage>` heading per stage, exactly the stage keys. */
export const answerFrontmatterSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("model"),
    level: levelSchema,
    minutes: z.number().int(),
    note: z.string().max(300),
  }),
  z.strictObject({ kind: z.literal("naive"), pitfall: pitfallSchema, note: z.string().max(300) }),
  /** What somebody unprepared says: fluent, generic, true of any case. It must not pass. */
  z.strictObject({ kind: z.literal("weak"), note: z.string().max(300) }),
]);
export type AnswerFrontmatter = z.infer<typeof answerFrontmatterSchema>;

export const chapterFrontmatterSchema = z.strictObject({
  title: z.string().min(4).max(80),
  /** Null for the chapters around the stages. */
  stage: stageSchema.nullable(),
  order: z.number().int().positive(),
  summary: z.string().min(40).max(240),
  assumes: assumesSchema,
  updated: isoDate,
});
export type ChapterMeta = z.infer<typeof chapterFrontmatterSchema>;

export const decisionFrontmatterSchema = z.strictObject({
  number: z.number().int().positive(),
  title: z.string().min(6).max(100),
  status: z.enum(["accepted", "superseded"]),
  date: isoDate,
  supersedes: z.number().int().positive().optional(),
});
export type DecisionMeta = z.infer<typeof decisionFrontmatterSchema>;

/** content/lexicon.yaml: concept id -> surface forms, longest first not required. */
export const lexiconSchema = z.record(slugSchema, z.array(z.string().min(2)).min(1));
export type Lexicon = z.infer<typeof lexiconSchema>;

/** content/sources.yaml: what <Cite id="…"/> and "Sources" lists name. */
export const sourceSchema = z.strictObject({
  title: z.string().min(4),
  authors: z.string().min(2),
  year: z.number().int().min(1950).max(2030),
  venue: z.string().optional(),
  url: z.url().optional(),
  /** For our own measurements (ids run-…): what prints the number again. */
  command: z.string().min(4).max(200).optional(),
});
export const sourcesSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), sourceSchema);
export type Sources = z.infer<typeof sourcesSchema>;
