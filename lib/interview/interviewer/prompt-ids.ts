/**
 * Names of what the interviewer asks beyond its triggers: about a rubric point that nobody wrote a trigger for, about a
 * twist that changed nothing, about a finding. They stand in the log like ids of triggers, so no trigger may begin like them.
 */
import type { InterviewerScript, Trigger } from "@/lib/content/schemas/interviewer";
import type { PreparedInterviewer } from "./prepare";

const POINT = "point-";
const TWIST_CHECK = "twist-check-";
const FINDING = "finding-";
export const RESERVED_PREFIXES: readonly string[] = [POINT, TWIST_CHECK, FINDING];

export const pointPrompt = (point: string): string => `${POINT}${point}`;
export const twistCheckPrompt = (twist: string): string => `${TWIST_CHECK}${twist}`;

export const findingPrompt = (finding: string): string => `${FINDING}${finding}`;

/** The finding that a prompt is about, or null. Its words are of one interview: no script holds them. */
export const askedFinding = (id: string): string | null =>
  id.startsWith(FINDING) ? id.slice(FINDING.length) : null;

/** The twist that a prompt checks on, or null. */
export const checkedTwist = (id: string): string | null =>
  id.startsWith(TWIST_CHECK) ? id.slice(TWIST_CHECK.length) : null;

/** The rubric points that a good reply to a prompt would earn; empty for what is about no point. */
export function probesOf(prepared: PreparedInterviewer, id: string): readonly string[] {
  if (id.startsWith(POINT)) return [id.slice(POINT.length)];
  return prepared.triggers.get(id)?.probes ?? [];
}

const line = (id: string, question: string | undefined, probes: string[]): Trigger[] =>
  question === undefined
    ? []
    : [{ id, kind: "probe", question, probes, level: "mid", priority: 5, insteadOf: [] }];

/** The script with a line for each thing that may be brought up by id, whoever sits in the interviewer's seat. */
export function sayableScript({ script, points }: PreparedInterviewer): InterviewerScript {
  const aboutPoints = points.flatMap(({ id, followUps }) => line(pointPrompt(id), followUps[0], [id]));
  const aboutTwists = script.twists.flatMap(({ id, check }) => line(twistCheckPrompt(id), check, []));
  return { ...script, triggers: [...script.triggers, ...aboutPoints, ...aboutTwists] };
}
