/** What the card's keys are called on the page. */
import type { Quality } from "@/lib/content/schemas/labelled";
import { STAGE_INFO } from "@/lib/framework/stages";
import type { Part } from "@/lib/grading/types";

export const JUDGE_WORDS = {
  grader: "The grader",
  lengthOnly: "Length only",
  tokenOverlap: "Shared words only",
  markers: "One marker by the other",
} as const;
export type JudgeName = keyof typeof JUDGE_WORDS;
export const JUDGE_NAMES = Object.keys(JUDGE_WORDS) as JudgeName[];

export const QUALITY_WORDS: Record<Quality, string> = {
  staff: "Staff answers",
  senior: "Senior answers",
  mid: "Mid answers",
  paraphrase: "In other words",
  bullets: "Bullets",
  terse: "Terse notes",
  rambling: "Rambling",
  weak: "Weak and general",
  wrong: "Wrong, in the right words",
  negated: "Denials of the points",
  keywords: "Lists of terms",
  echo: "The prompt handed back",
  "off-topic": "Off topic",
  injection: "Orders to the grader",
};

export const partWords = (part: Part): string =>
  part === "whole" ? "Whole interview" : STAGE_INFO[part].title;

/** Slug -> title of the case. */
export type CaseTitles = Readonly<Record<string, string>>;
export const titleOf = (titles: CaseTitles, slug: string): string => titles[slug] ?? slug;
