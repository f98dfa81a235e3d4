/**
 * What grading takes and gives. A grade is a list of verdicts, each with the words that earned it: no quote, no
 * credit. Offsets are UTF-16 positions in the text as the candidate wrote it, so `quote` is always exactly
 * `answers[part].slice(start, end)`.
 */
import type { Pitfall } from "@/lib/content/schemas/case";
import type { Level, Stage } from "@/lib/framework/stages";

/** A stage, or `whole` for a text that is not cut into stages. */
export type Part = Stage | "whole";
export type Answers = Partial<Record<Part, string>>;

/** The words that earned (or cost) something, and where they stand. */
export type Receipt = { part: Part; start: number; end: number; quote: string };

export const VERDICTS = [
  "explained",
  "partly",
  "not-sure",
  "mentioned",
  "maybe-contradicts",
  "missing",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a credit was capped; each is shown to the candidate in words. */
export const GATES = ["mentioned", "order", "echo", "maybe-contradicts", "injection"] as const;
export type Gate = (typeof GATES)[number];

export type MisconceptionFound = { text: string; feedback: string; receipt: Receipt };

export type PointGrade = {
  id: string;
  stage: Stage;
  level: Level;
  weight: number;
  verdict: Verdict;
  /** 0 to 1; 0 exactly when there is no receipt. */
  credit: number;
  receipt: Receipt | null;
  /** The gate that capped the credit, if one did. */
  gate: Gate | null;
  misconception: MisconceptionFound | null;
};

/** A weighted mean of credits with the 80 % interval that the grader's own error leaves. */
export type Score = { value: number; low: number; high: number; points: number };

export type PitfallFound = { pitfall: Pitfall; explanation: string; receipt: Receipt | null };

export type LevelVerdict = {
  /** Highest level whose bar is met; null when not even the mid bar is. */
  level: Level | null;
  /** Mean stage rating, 0 to 4, and its 80 % interval. */
  rating: number;
  low: number;
  high: number;
};

export type Grade = {
  points: PointGrade[];
  /** Score over the points of the chosen level and below. */
  score: Score;
  stages: Record<Stage, Score>;
  /** Score over all points of that level and below, whatever level was chosen. */
  upTo: Record<Level, Score>;
  /** Null in coach mode: only an exam gives a level. */
  levelVerdict: LevelVerdict | null;
  pitfalls: PitfallFound[];
  /** Plain sentences on the answer as a whole, for example that it holds text addressed to the grader. */
  flags: string[];
};
