/** cards.yaml of a case, and NN-slug.cards.yaml of a chapter: what is recalled from memory, and questions that apply it. */
import * as z from "zod";
import { pointIdSchema } from "@/lib/content/schemas/rubric";

const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "use lower-case-words-with-dashes");

/** One thing to recall. Texts are inline Markdown with $formulas$. */
export const cardSchema = z.strictObject({
  id: idSchema,
  /** The rubric point that it teaches; in a case always, in a chapter never. */
  point: pointIdSchema.optional(),
  front: z.string().min(15).max(300),
  back: z.string().min(10).max(600),
});

export const optionSchema = z.strictObject({
  text: z.string().min(1).max(300),
  /** On exactly one option. */
  right: z.literal(true).optional(),
  /** Why it is right, or which mistake it is. */
  why: z.string().min(20).max(400),
});

/** A choice in a situation that the text does not tell: quiz of a chapter, application question of a point. */
export const questionSchema = z.strictObject({
  id: idSchema,
  point: pointIdSchema.optional(),
  question: z.string().min(20).max(700),
  options: z
    .array(optionSchema)
    .min(3)
    .max(5)
    .refine((options) => options.filter(({ right }) => right).length === 1, "exactly one option is right"),
});

export const cardsFileSchema = z.strictObject({
  cards: z.array(cardSchema).min(1),
  questions: z.array(questionSchema).min(1),
});

export type Card = z.infer<typeof cardSchema>;
export type QuestionOption = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type CardsFile = z.infer<typeof cardsFileSchema>;
