/**
 * What a run tells about itself, in any world: steps with counts and milliseconds, sources, and for each item why it
 * came in, what was predicted for it and why it moved or left. A world makes its schemas here from its own names; the
 * values cross the worker boundary, lie in stored runs, and are all that a lab needs to draw.
 */
import * as z from "zod";

type Names = readonly string[];
export const countSchema = z.number().int().nonnegative();
export const millisecondsSchema = z.number().nonnegative();

/** An object with one number for each name. */
export function numbersSchemaFor<const Keys extends Names>(names: Keys) {
  const shape = Object.fromEntries(names.map((name) => [name, z.number()]));
  return z.object(shape as { [Key in Keys[number]]: z.ZodNumber });
}

export function stepTraceSchemaFor<const Steps extends Names, const Reasons extends Names>(
  steps: Steps,
  reasons: Reasons,
) {
  return z.object({
    step: z.enum(steps),
    itemsIn: countSchema,
    itemsOut: countSchema,
    milliseconds: millisecondsSchema,
    /** How many left in this step, by reason. */
    drops: z.partialRecord(z.enum(reasons), countSchema),
    wasSkipped: z.boolean(),
  });
}
export type StepTrace<Step extends string = string, Reason extends string = string> = {
  step: Step;
  itemsIn: number;
  itemsOut: number;
  milliseconds: number;
  drops: Partial<Record<Reason, number>>;
  wasSkipped: boolean;
};

export function sourceTraceSchemaFor<const Sources extends Names>(sources: Sources) {
  return z.object({
    source: z.enum(sources),
    asked: countSchema,
    returned: countSchema,
    /** Brought by this source alone. */
    onlyHere: countSchema,
    inSlate: countSchema,
    milliseconds: millisecondsSchema,
  });
}

/** 1-based positions by name, in the order of the steps; all but the first are null when it was no longer there. */
function positionSchemaFor<First extends string, Later extends string>(
  first: First,
  later: readonly Later[],
) {
  const shape = Object.fromEntries(later.map((name) => [name, countSchema.nullable()]));
  return z.object({
    [first]: countSchema,
    ...shape,
  } as { [Key in First]: z.ZodNumber } & { [Key in Later]: z.ZodNullable<z.ZodNumber> });
}

/** The story of one item. A world extends it with what else it tells (crosses, prices, matched terms). */
export function itemTraceSchemaFor<
  Card extends z.ZodType,
  const Sources extends Names,
  const Heads extends Names,
  const Steps extends Names,
  const Reasons extends Names,
  First extends string,
  Later extends string,
>(names: {
  card: Card;
  sources: Sources;
  heads: Heads;
  steps: Steps;
  reasons: Reasons;
  /** The positions that are told; everything that is traced has the first one. */
  positions: readonly [First, ...Later[]];
}) {
  const { card, sources, heads, steps, reasons, positions } = names;
  const [first, ...later] = positions;
  return z.object({
    card,
    sources: z.array(z.object({ source: z.enum(sources), rank: countSchema, score: z.number() })),
    /** null when it left before ranking or when the ranker is switched off. */
    heads: numbersSchemaFor(heads).nullable(),
    score: z.number().nullable(),
    position: positionSchemaFor(first, later),
    moves: z.array(z.object({ step: z.enum(steps), from: countSchema, to: countSchema, reason: z.string() })),
    left: z.object({ step: z.enum(steps), reason: z.enum(reasons) }).nullable(),
  });
}

/** One point of a training curve: the loss, and what was measured between epochs. */
export function trainingPointSchemaFor<const Models extends Names, const Measures extends Names>(
  models: Models,
  measures: Measures,
) {
  return z.object({
    model: z.enum(models),
    step: countSchema,
    steps: countSchema,
    epoch: countSchema,
    loss: z.number(),
    ...numbersSchemaFor(measures).partial().shape,
  });
}

/** A training point of any world, as progress messages carry it. */
export const anyTrainingPointSchema = z.looseObject({
  model: z.string(),
  step: countSchema,
  steps: countSchema,
  epoch: countSchema,
  loss: z.number(),
});
export type AnyTrainingPoint = z.infer<typeof anyTrainingPointSchema>;
