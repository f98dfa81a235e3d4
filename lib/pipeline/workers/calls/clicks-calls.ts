/** Calls on imported click data: train a model on one file, stop and calibrate it on another, measure it on a third. */
import * as z from "zod";

const file = z.instanceof(Blob);
const probabilities = { logLoss: z.number(), normalizedEntropy: z.number(), ece: z.number() };

export const clickMeasurementSchema = z.object({
  /** Training rows that were read. */
  rows: z.number(),
  validRows: z.number(),
  testRows: z.number(),
  params: z.number(),
  readSeconds: z.number(),
  trainSeconds: z.number(),
  /** Of the scores; calibration keeps their order. */
  auc: z.number(),
  ...probabilities,
  /** The same before calibration. */
  uncalibrated: z.object(probabilities),
  calibration: z.enum(["platt", "isotonic"]),
  validAuc: z.number(),
  bestEpoch: z.number(),
  epochs: z.number(),
  fields: z.number(),
  tableRows: z.number(),
  /** Columns that were cut into quantiles. */
  numericFields: z.array(z.string()),
  settings: z.record(z.string(), z.union([z.number(), z.array(z.number())])),
  /** Of each file how many rows were bad, and the first hundred. */
  bad: z.array(
    z.object({
      file: z.string(),
      count: z.number(),
      rows: z.array(z.object({ line: z.number(), problem: z.string(), text: z.string() })),
    }),
  ),
});
export type ClickMeasurement = z.infer<typeof clickMeasurementSchema>;

export const CLICKS_CALLS = {
  "measure-clicks": {
    params: z.object({
      train: file,
      valid: file,
      test: file,
      model: z.enum(["lr", "fm", "dcn"]),
      seed: z.number().int().nonnegative().default(1),
    }),
    result: clickMeasurementSchema,
  },
} as const;
