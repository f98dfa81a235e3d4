/** Calls on imported ratings: look at a file, read it, split it, train on one part, measure on the other, ask for ten. */
import * as z from "zod";
import { ROLES } from "../../data-sets/columns";
import { SEPARATORS } from "../../data-sets/delimited";
import { TIME_FORMATS } from "../../data-sets/times";
import { ratingsResultSchema } from "../bench-schemas";
import { badFilesSchema, cellsSchema, columnSchema, encodingSchema, fileSchema } from "./file-schemas";

export const ratingsLayoutSchema = z.object({
  separator: z.enum(SEPARATORS),
  encoding: encodingSchema,
  hasHeader: z.boolean(),
  columnCount: z.number().int().min(2),
  roles: z.object({
    user: columnSchema,
    item: columnSchema,
    rating: columnSchema.nullable(),
    time: columnSchema.nullable(),
  }),
  timeFormat: z.enum(TIME_FORMATS),
});

const titlesLayoutSchema = z.object({
  separator: z.enum(SEPARATORS),
  encoding: encodingSchema,
  hasHeader: z.boolean(),
  item: columnSchema,
  title: columnSchema,
});

export const inspectionSchema = z.object({
  separator: z.enum(SEPARATORS),
  encoding: encodingSchema,
  hasHeader: z.boolean(),
  columns: z.array(z.string()),
  firstRows: cellsSchema,
  guess: z.object({
    roles: z.object({
      user: columnSchema.nullable(),
      item: columnSchema.nullable(),
      rating: columnSchema.nullable(),
      time: columnSchema.nullable(),
    }),
    because: z.partialRecord(z.enum(ROLES), z.enum(["name", "content", "place"])),
    timeFormat: z.enum(TIME_FORMATS),
  }),
});
export type RatingsInspection = z.infer<typeof inspectionSchema>;

const summarySchema = z.object({
  rows: z.number(),
  users: z.number(),
  items: z.number(),
  duplicates: z.number(),
  density: z.number(),
  timeRange: z.tuple([z.number(), z.number()]).nullable(),
  histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
  medianPerUser: z.number(),
  largestUser: z.number(),
  singleRatingUsers: z.number(),
  singleRatingItems: z.number(),
  isolated: z.object({
    count: z.number(),
    examples: z.array(z.object({ user: z.string(), item: z.string() })),
  }),
});

export const readingSchema = z.object({ summary: summarySchema, bad: badFilesSchema });
export type RatingsReading = z.infer<typeof readingSchema>;

const titlesInspectionSchema = z.object({
  columns: z.array(z.string()),
  firstRows: cellsSchema,
  layout: titlesLayoutSchema,
});
export type TitlesInspection = z.infer<typeof titlesInspectionSchema>;

const namedItem = z.object({ id: z.string(), title: z.string().nullable() });

export const ratingsSlateSchema = z.object({
  user: z.string(),
  split: z.enum(["item", "time"]),
  /** Latest first, at most a few dozen; `historyCount` in all. */
  history: z.array(namedItem.extend({ rating: z.number(), time: z.number() })),
  historyCount: z.number(),
  heldOutCount: z.number(),
  slate: z.array(
    namedItem.extend({
      /** The item was held out: this user did rate it, and the models were not told. */
      isHeldOut: z.boolean(),
      /** Place in the list of the first stage, from 1. */
      retrievedAt: z.number(),
      /** Training ratings of the item by all users. */
      ratedBy: z.number(),
      /** The rated items that speak most for it in the item-to-item model. */
      because: z.array(namedItem),
    }),
  ),
});
export type RatingsSlate = z.infer<typeof ratingsSlateSchema>;

export const RATINGS_CALLS = {
  /** The columns of a file and a guess at their roles; reads its first 256 KB. */
  "inspect-ratings": {
    params: z.object({
      file: fileSchema,
      name: z.string(),
      /** Whether the first line is a header, when the reader knows better. */
      hasHeader: z.boolean().optional(),
    }),
    result: inspectionSchema,
  },
  /** Reads the whole file and keeps its good rows in the worker. */
  "read-ratings": {
    params: z.object({ file: fileSchema, name: z.string(), layout: ratingsLayoutSchema }),
    result: readingSchema,
  },
  "inspect-titles": {
    params: z.object({ file: fileSchema, name: z.string() }),
    result: titlesInspectionSchema,
  },
  /** Names for the items that were rated. */
  "read-titles": {
    params: z.object({ file: fileSchema, layout: titlesLayoutSchema }),
    result: z.object({ named: z.number(), items: z.number() }),
  },
  /** Splits the rows that were read, trains on one part and measures on the other; the trained pipeline stays. */
  "train-ratings": {
    params: z.object({
      split: z.enum(["item", "time"]),
      seed: z.number().int().nonnegative(),
      k: z.number().int().min(1).max(100),
      likedFrom: z.number().nullable(),
      minimumPerItem: z.number().int().min(1),
      minimumPerUser: z.number().int().min(1),
    }),
    result: ratingsResultSchema,
  },
  /** Users whose id contains the text, those with most ratings first. */
  "list-rating-users": {
    params: z.object({ text: z.string(), limit: z.number().int().min(1).max(200) }),
    result: z.object({
      total: z.number(),
      users: z.array(z.object({ user: z.string(), rated: z.number(), heldOut: z.number() })),
    }),
  },
  /** The ten for one user, by the pipeline trained last. */
  "recommend-ratings": { params: z.object({ user: z.string() }), result: ratingsSlateSchema },
  /** Trains the pipeline on imported ratings and measures it on held-out ones; texts as in data-sets/ratings-file.ts. */
  "evaluate-ratings": {
    params: z.object({
      train: z.string(),
      test: z.string(),
      k: z.number().int().min(1).max(100).default(10),
    }),
    result: ratingsResultSchema,
  },
} as const;
