/** Numbers of peer review in words. */
import type { Tone } from "@/components/ui/badge";

/** Marks go from 0 to 1, so a distance of 0.12 is 12 points of 100. */
export const distanceWords = (error: number): string => `${Math.round(100 * error)} points of 100 off`;

export function biasWords(bias: number): string {
  const points = Math.round(100 * bias);
  if (points === 0) return "neither generous nor strict";
  return points > 0 ? `${points} points generous` : `${-points} points strict`;
}

/** Customary reading of Krippendorff's alpha: 0.8 for firm conclusions, two thirds for tentative ones (Krippendorff, 2004). */
export function alphaWords(alpha: number): { words: string; tone: Tone } {
  if (alpha >= 0.8) return { words: "reliable", tone: "good" };
  if (alpha >= 2 / 3) return { words: "enough for tentative conclusions", tone: "warn" };
  return { words: "too low to conclude from", tone: "bad" };
}
