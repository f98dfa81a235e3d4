/**
 * When a trigger or a twist is due. Leaves look at what was said, drawn and chosen, and at the clock; `all`, `any` and
 * `not` combine them. Text leaves are read with the grader's own text machinery, never by bare substring search.
 * Evaluated by lib/interview/interviewer/condition.ts.
 */
import * as z from "zod";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";

type Level = z.infer<typeof levelSchema>;
type Stage = z.infer<typeof stageSchema>;
export type Mode = "coach" | "exam";

export type Leaf =
  | { said: string[]; stage?: Stage | undefined; before?: string[] | undefined }
  | { missing: string[]; stage?: Stage | undefined }
  | { claimWithoutNumber: string[]; stage?: Stage | undefined }
  | { numberSaid: "anywhere" | "reply" | Stage }
  | { wordsAtLeast: number; stage?: Stage | undefined }
  | { pointBelow: string; credit?: number | undefined }
  | { pointAtLeast: string; credit?: number | undefined }
  | { factNotAsked: string }
  | { factsToldAtMost: number }
  | { decision: string; is: string[] }
  | { finding: string[] }
  | { boardEmpty: boolean }
  | { boardHas: string[] }
  | { stageReached: Stage }
  | { stageLeft: Stage }
  | { shareOfTimeAtLeast: number }
  | { minutesLeftAtMost: number }
  | { silentFor: number }
  | { levelAtLeast: Level }
  | { mode: Mode };
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

const words = z.array(z.string()).min(1);
const stage = stageSchema.optional();
const credit = z.number().min(0).max(1).optional();

// One flat union with the combinations: the error of a misspelt leaf then names its own place.
const leafSchemas = [
  /** Any of these concepts (lexicon ids or literal words) was said; with `before`, ahead of all of those. */
  z.strictObject({ said: words, stage, before: words.optional() }),
  /** None of these concepts was said. */
  z.strictObject({ missing: words, stage }),
  /** A sentence says one of these of the design, and neither it nor the next one holds a number. */
  z.strictObject({ claimWithoutNumber: words, stage }),
  /** A number, in digits or words, stands in this stage's text, anywhere, or in the reply being judged. */
  z.strictObject({ numberSaid: z.union([z.enum(["anywhere", "reply"]), stageSchema]) }),
  z.strictObject({ wordsAtLeast: z.number().int().min(1).max(2_000), stage }),
  /** The rubric point's credit is below `credit` (default 0.5). */
  z.strictObject({ pointBelow: z.string(), credit }),
  z.strictObject({ pointAtLeast: z.string(), credit }),
  z.strictObject({ factNotAsked: z.string() }),
  /** So many facts, and no more, have been told on asking. */
  z.strictObject({ factsToldAtMost: z.number().int().min(0).max(40) }),
  z.strictObject({ decision: z.string(), is: words }),
  /** Any of these contradictions or board checks (lib/design) holds now. */
  z.strictObject({ finding: words }),
  z.strictObject({ boardEmpty: z.boolean() }),
  /** A node of any of these kinds is on the board. */
  z.strictObject({ boardHas: words }),
  /** The candidate has entered this stage (in exam mode: the clock has passed the stage's budgeted start). */
  z.strictObject({ stageReached: stageSchema }),
  /** The candidate has left this stage for a later one (in exam mode: the clock has passed its budgeted end). */
  z.strictObject({ stageLeft: stageSchema }),
  /** Share of the whole time that has passed, 0 to 1. */
  z.strictObject({ shareOfTimeAtLeast: z.number().min(0).max(1) }),
  z.strictObject({ minutesLeftAtMost: z.number().min(1).max(60) }),
  /** Seconds of working time without anything typed, drawn, chosen or asked. */
  z.strictObject({ silentFor: z.number().int().min(30).max(900) }),
  z.strictObject({ levelAtLeast: levelSchema }),
  z.strictObject({ mode: z.enum(["coach", "exam"]) }),
] as const;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...leafSchemas,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
