/**
 * The MDX vocabulary: every component that content may name, with the schema of its props; one file a group.
 * components/content/registry.tsx renders exactly these; content:check refuses any other name or prop.
 * Attributes are string literals or literal numbers, booleans and arrays in braces; content holds no code.
 */
import type * as z from "zod";
import { CASES_FIGURES } from "@/lib/content/vocabulary/cases";
import { CORE_FIGURES } from "@/lib/content/vocabulary/core";
import { EVALUATION_FIGURES } from "@/lib/content/vocabulary/evaluation";
import { PRACTICE_FIGURES } from "@/lib/content/vocabulary/practice";
import { RETRIEVAL_FIGURES } from "@/lib/content/vocabulary/retrieval";
import { TEXT } from "@/lib/content/vocabulary/text";

export const VOCABULARY = {
  ...TEXT,
  ...CORE_FIGURES,
  ...RETRIEVAL_FIGURES,
  ...EVALUATION_FIGURES,
  ...PRACTICE_FIGURES,
  ...CASES_FIGURES,
} as const satisfies Record<string, z.ZodType>;

export type VocabularyName = keyof typeof VOCABULARY;
export type VocabularyProps<Name extends VocabularyName> = z.infer<(typeof VOCABULARY)[Name]>;
