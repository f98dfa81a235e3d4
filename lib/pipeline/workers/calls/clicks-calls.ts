/** Calls on imported click data: look at a file, read it, split it, train one model at a time and measure it. */
import * as z from "zod";
import { SEPARATORS } from "../../data-sets/delimited";
import {
  badFilesSchema,
  cellsSchema,
  columnSchema,
  encodingSchema,
  fileSchema,
  seedSchema,
  splitWaySchema,
} from "./file-schemas";

const probabilities = { logLoss: z.number(), normalizedEntropy: z.number(), ece: z.number() };
const modelSchema = z.enum(["lr", "fm", "dcn"]);

/** A model on the test part, and how it was found. */
const measured = {
  /** Models of different seeds whose logits are averaged. */
  members: z.number(),
  /** Of all members. */
  params: z.number(),
  trainSeconds: z.number(),
  /** Of the scores; calibration keeps their order. */
  auc: z.number(),
  ...probabilities,
  /** The same before calibration. */
  uncalibrated: z.object(probabilities),
  calibration: z.enum(["platt", "isotonic"]),
  validAuc: z.number(),
  /** Of the first member. */
  bestEpoch: z.number(),
  settings: z.record(z.string(), z.union([z.number(), z.array(z.number())])),
};
const encoded = {
  fields: z.number(),
  tableRows: z.number(),
  /** Columns that were cut into quantiles. */
  numericFields: z.array(z.string()),
};

export const clickMeasurementSchema = z.object({
  /** Training rows that were read. */
  rows: z.number(),
  validRows: z.number(),
  testRows: z.number(),
  readSeconds: z.number(),
  ...measured,
  epochs: z.number(),
  ...encoded,
  /** Of each file how many rows were bad, and the first hundred. */
  bad: badFilesSchema,
});
export type ClickMeasurement = z.infer<typeof clickMeasurementSchema>;

export const clickLayoutSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("table"),
    encoding: encodingSchema,
    separator: z.enum(SEPARATORS),
    hasHeader: z.boolean(),
    columns: z.array(z.string()),
    label: columnSchema,
    fields: z.array(columnSchema),
  }),
  z.object({ kind: z.literal("libfm"), encoding: encodingSchema, width: z.number().nullable() }),
]);
export type ClickFileLayout = z.infer<typeof clickLayoutSchema>;

const inspectionSchema = z.object({
  layout: clickLayoutSchema,
  firstRows: cellsSchema,
  labelBecause: z.enum(["name", "content", "place"]),
  rowIds: z.array(columnSchema),
});
export type ClicksInspection = z.infer<typeof inspectionSchema>;

const readingSchema = z.object({
  summary: z.object({
    files: z.array(z.object({ name: z.string(), rows: z.number(), ones: z.number() })),
    fields: z.array(
      z.object({
        name: z.string(),
        distinct: z.number(),
        commonest: z.object({ word: z.string(), share: z.number() }),
        emptyShare: z.number(),
        onceShare: z.number(),
      }),
    ),
  }),
  bad: badFilesSchema,
});
export type ClicksReading = z.infer<typeof readingSchema>;

const splitSchema = z.object({
  way: splitWaySchema,
  seed: seedSchema,
  maximumRows: z.number().int().min(100),
});
export type ClicksSplit = z.infer<typeof splitSchema>;

const bins = z.array(
  z.object({
    count: z.number(),
    predicted: z.number(),
    observed: z.number(),
    interval: z.tuple([z.number(), z.number()]),
  }),
);
const rungSchema = z.object({
  ...measured,
  /** Reliability in bins of equally many rows, before and after calibration. */
  reliability: z.object({ before: bins, after: bins }),
  epochs: z.array(
    z.object({
      epoch: z.number(),
      trainLoss: z.number(),
      validationAuc: z.number(),
      validationLogLoss: z.number(),
    }),
  ),
});
export type ClickRung = z.infer<typeof rungSchema>;

const baseRateSchema = z.object({
  rate: z.number(),
  ...probabilities,
  trainRows: z.number(),
  validRows: z.number(),
  testRows: z.number(),
  ...encoded,
});
export type ClickBaseRate = z.infer<typeof baseRateSchema>;

export const CLICKS_CALLS = {
  /** What the first 256 KB of a file look like, and a guess at its label column. */
  "inspect-clicks": {
    params: z.object({ file: fileSchema, name: z.string(), hasHeader: z.boolean().optional() }),
    result: inspectionSchema,
  },
  /** Reads all files, the first by the given layout, and keeps their good rows in the worker. */
  "read-clicks": {
    params: z.object({
      files: z
        .array(z.object({ role: z.enum(["train", "valid", "test"]), file: fileSchema, name: z.string() }))
        .min(1),
      layout: clickLayoutSchema,
    }),
    result: readingSchema,
  },
  /** The lowest rung: the share of ones for everybody. */
  "measure-base-rate": { params: z.object({ split: splitSchema }), result: baseRateSchema },
  /** Trains one model on what was read, calibrates it, and measures it on the test part. */
  "train-clicks": { params: z.object({ model: modelSchema, split: splitSchema }), result: rungSchema },
  /** All of it from three files, for the bench. */
  "measure-clicks": {
    params: z.object({
      train: fileSchema,
      valid: fileSchema,
      test: fileSchema,
      model: modelSchema,
      seed: seedSchema,
    }),
    result: clickMeasurementSchema,
  },
} as const;
