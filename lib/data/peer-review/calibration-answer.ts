/**
 * The answer that everybody reviews first: one of the case's labelled answers, whose marks are known from two passes. It
 * is of middling quality, since a very good or a very bad one calibrates nobody.
 */
import "server-only";
import type { PeerMarks } from "@/lib/classroom/peer/peer-score";
import { listCases, loadLabelledAnswers } from "@/lib/content/load";
import type { PreparedPoint } from "./sheet";

export type CalibrationAnswer = { text: string; points: PreparedPoint[]; known: PeerMarks };

const QUALITIES = ["mid", "senior", "weak"] as const;

/** Null when the case is gone or has no labelled answer over all stages: then reviewing starts without one. */
export function calibrationAnswer(caseSlug: string): CalibrationAnswer | null {
  const found = listCases().find(({ slug }) => slug === caseSlug);
  if (!found) return null;
  const answers = loadLabelledAnswers(caseSlug).filter(({ stage }) => stage === "whole");
  const answer = QUALITIES.map((quality) => answers.find((one) => one.quality === quality)).find(Boolean);
  if (!answer) return null;
  const { passes } = answer;
  const known = Object.fromEntries(
    found.rubric.points.map(({ id }) => [
      id,
      passes.reduce((sum, marks) => sum + (marks[id] ?? 0), 0) / Math.max(1, passes.length),
    ]),
  );
  return { text: answer.text, points: found.rubric.points, known };
}
