/** The file that `npm run fit-grader` writes: coefficients, the data they come from, and how good they were found to be. */
import * as z from "zod";
import { COMPANY_FEATURES, type CompanyFeature } from "@/lib/grading/alignment/company-features";
import { FEATURES, type Feature } from "@/lib/grading/alignment/features";

const coefficientsSchema = z
  .object({ intercept: z.number() })
  .extend(
    Object.fromEntries(
      [...FEATURES, ...COMPANY_FEATURES].map((name) => [name, z.number().optional()]),
    ) as Record<Feature | CompanyFeature, z.ZodOptional<z.ZodNumber>>,
  );

const qualitySchema = z.object({
  n: z.number(),
  logLoss: z.number(),
  ece: z.number(),
  pearson: z.number(),
  accuracy: z.number(),
  auc: z.number(),
});

const measuredSchema = z.object({
  /** On the rows that were fitted. */
  tune: qualitySchema,
  /** On those rows, each scored by a fit without its group or domain. */
  leftOut: z.object({ group: qualitySchema, domain: qualitySchema }),
  /** On rows that nobody tunes to. */
  test: qualitySchema,
});

export const coefficientsFileSchema = z.object({
  version: z.number(),
  date: z.string(),
  point: coefficientsSchema,
  company: coefficientsSchema,
  reference: coefficientsSchema,
  /** Path of each data file -> start of its SHA-256. */
  data: z.record(z.string(), z.string()),
  quality: z.object({ point: measuredSchema, company: measuredSchema, reference: measuredSchema }),
});
export type CoefficientsFile = z.infer<typeof coefficientsFileSchema>;

const MARKED = ["answers.jsonl", "marks-a.jsonl", "marks-b.jsonl"];

/** The files that the coefficients are fitted on, for these cases. */
export const dataFilesOf = (slugs: readonly string[]): string[] => [
  ...slugs.flatMap((slug) => MARKED.map((name) => `content/cases/${slug}/labelled/${name}`)),
  "content/cases/video-recommendation/labelled/sentences.jsonl",
  ...MARKED.map((name) => `content/short-answers/${name}`),
];
