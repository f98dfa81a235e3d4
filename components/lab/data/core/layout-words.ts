/** How separators are called. */
import type { Separator } from "@/lib/pipeline/data-sets/delimited";

export const SEPARATOR_WORDS: Record<Separator, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  "::": "double colons",
};

export const EVIDENCE_WORDS = {
  name: "by its name",
  content: "by what it holds",
  place: "by its place only: please check",
} as const;
