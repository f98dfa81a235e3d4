/**
 * A contradiction that the interviewer noticed, put to the candidate in their own words and numbers: both places, and a
 * question. What a board lacks is asked about where the candidate is coached; in an exam it would tell what belongs there.
 */
import { includedStages } from "@/lib/framework/included-stages";
import { isReached } from "./condition";
import { findingPrompt } from "./prompt-ids";
import type { InterviewerState, NextMove, Scene } from "./types";

/** The first finding of a reached stage that was not asked about yet. */
export function askFinding(scene: Scene, state: InterviewerState): NextMove | null {
  const asked = new Set(state.prompted.map(({ id }) => id));
  const finding = scene.findings.find(
    ({ id, source, stage }) =>
      (source === "contradiction" || scene.mode === "coach") &&
      includedStages(scene.stages).includes(stage) &&
      isReached(scene, stage) &&
      !asked.has(findingPrompt(id)),
  );
  if (!finding) return null;
  const text = `${finding.statement} ${finding.question}`;
  return { kind: "trigger", id: findingPrompt(finding.id), text, tone: "push-back", probes: [] };
}
