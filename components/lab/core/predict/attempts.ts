/** What was predicted and what came out, kept for the session of the tab: a list in sessionStorage for each lab. */
import type { Outcome, Verdict } from "@/components/lab/core/predict/question";

export type Attempt = {
  questionId: string;
  /** As it was asked, since the question names the knobs of its moment. */
  asked: string;
  /** The state it was asked about. */
  key: string;
  answer: string;
  verdict: Verdict;
  outcome: Outcome;
};

/** Empty when nothing is stored, or when the browser keeps nothing. */
export function readAttempts(storedAs: string): Attempt[] {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(storedAs) ?? "[]");
    return Array.isArray(stored) ? (stored as Attempt[]) : [];
  } catch {
    return [];
  }
}

export function writeAttempts(storedAs: string, attempts: readonly Attempt[]): void {
  try {
    window.sessionStorage.setItem(storedAs, JSON.stringify(attempts));
  } catch {
    // A browser that keeps nothing still answers.
  }
}

/** "5 of 7 right, 1 close"; "" before the first. */
export function countAttempts(attempts: readonly Attempt[]): string {
  if (attempts.length === 0) return "";
  const count = (verdict: Verdict) => attempts.filter((one) => one.verdict === verdict).length;
  const close = count("close");
  return `${count("right")} of ${attempts.length} right${close > 0 ? `, ${close} close` : ""}`;
}
