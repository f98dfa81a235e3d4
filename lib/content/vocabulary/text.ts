/** Components of running text: asides, sources, links into the lab, numbers that say where they come from, terms. */
import * as z from "zod";
import { stageSchema } from "@/lib/framework/stage-schemas";

export const TEXT = {
  /** An aside. Children are Markdown. */
  Callout: z.strictObject({ kind: z.enum(["note", "tip", "warning"]), title: z.string().max(80).optional() }),
  /** A typical mistake: what it sounds like, why it costs, what to do instead. Children are Markdown. */
  Pitfall: z.strictObject({ title: z.string().min(4).max(90) }),
  /** Inline reference to content/sources.yaml. */
  Cite: z.strictObject({ id: z.string() }),
  /** The list of all sources cited on the page. Once, at the end. */
  Sources: z.strictObject({}),
  /** A link into the lab with its state set. `state` is the query string. */
  TryLab: z.strictObject({
    world: z.enum(["video", "ads", "search"]),
    state: z.string(),
    label: z.string().min(4).max(80),
  }),
  /** A number of our own making, marked as assumed where it stands. Children are the words shown. */
  Assume: z.strictObject({}),
  /** A number that follows from others. `of` is the reckoning in the estimator's language; children are the words shown. */
  Calc: z.strictObject({ of: z.string().min(1).max(200) }),
  /** One side of the cheat sheet, and a block of it that never breaks; with a stage, its minutes are shown. */
  SheetSide: z.strictObject({ title: z.string().min(3).max(40) }),
  SheetBlock: z.strictObject({ title: z.string().min(3).max(40), stage: stageSchema.optional() }),
  /** A word of content/glossary.yaml, where its wording differs from every form that is linked by itself. */
  Term: z.strictObject({ id: z.string() }),
} as const satisfies Record<string, z.ZodType>;
