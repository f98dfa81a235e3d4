/** content/glossary.yaml: the field's words as this product uses them. */
import * as z from "zod";

export const termSchema = z.strictObject({
  /** The word as a reader meets it; its case is kept. */
  term: z.string().min(2).max(60),
  /** Other forms of it, linked like the word itself: plurals, abbreviations, spellings. */
  also: z.array(z.string().min(2).max(60)).default([]),
  /** One sentence, shown on hover: what it is. */
  short: z
    .string()
    .min(30)
    .max(240)
    .refine((text) => !/[$`*]/.test(text), "plain text: formulas stand in `more`"),
  /** What the sentence leaves out: when it is used, what it is confused with. Inline Markdown with $formulas$. */
  more: z.string().min(40).max(900).optional(),
  /** Ids of related words. */
  see: z.array(z.string()).default([]),
  /** Where it is explained: a page of the site, mostly with a heading. */
  read: z
    .string()
    .regex(/^\/[a-z]/)
    .optional(),
  /** False for words that mean too many things to be linked wherever they stand. */
  link: z.boolean().default(true),
});
export const glossarySchema = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), termSchema);

export type Term = z.infer<typeof termSchema>;
export type Glossary = z.infer<typeof glossarySchema>;
