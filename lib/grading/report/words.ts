/** How a report speaks: verdicts, levels, scores and durations in words, the same on screen, in print and in Markdown. */
import type { Pitfall } from "@/lib/content/schemas/case";
import type { Level } from "@/lib/framework/stages";
import type { Gate, Score, Verdict } from "@/lib/grading/types";

export const LEVEL_WORDS: Record<Level, string> = { mid: "Mid", senior: "Senior", staff: "Staff" };

export const VERDICT_WORDS: Record<Verdict, string> = {
  explained: "explained",
  partly: "partly",
  "not-sure": "not sure: judge it yourself",
  mentioned: "named, not explained",
  "maybe-contradicts": "may say the opposite",
  missing: "missing",
};

export const GATE_WORDS: Record<Gate, string> = {
  mentioned: "Terms without a sentence around them: named, not explained.",
  order: "The words are there, but not in an order that can be read.",
  echo: "These words were given to you; repeating them earns nothing.",
  "maybe-contradicts": "This sentence may say the opposite. Read it once more.",
  injection: "This text speaks to the grader instead of answering.",
};

export const PITFALL_WORDS: Record<Pitfall, string> = {
  "jumps-to-the-model": "Jumps to the model",
  "ignores-the-data-pipeline": "Ignores the data pipeline",
  "forgets-monitoring-and-deployment": "Forgets monitoring and deployment",
};

/** A share as whole percent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The score with its 80 % interval; never a digit alone. */
export const scoreWords = ({ value, low, high }: Score): string =>
  `${percent(value)} (${Math.round(low * 100)} to ${percent(high)})`;

/** Minutes and seconds, for example "4:05 min". */
export function durationWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
