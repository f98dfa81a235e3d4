/** Where a remark stands, in words. */
import type { AnswerPart, Place, Subject } from "@/lib/classroom/feedback/subject";
import { STAGE_INFO } from "@/lib/framework/stages";
import { boardNames } from "@/lib/interview/board-outline";

/** Where an answer stands on a page. */
export const answerPartId = (part: AnswerPart): string => `answer-${part}`;
export const partTitle = (part: AnswerPart): string => (part === "whole" ? "Answer" : STAGE_INFO[part].title);

export function placeWords({ anchor, pointId }: Place, { board, points }: Subject): string {
  if (anchor?.kind === "text") return `On a passage of “${partTitle(anchor.part)}”.`;
  if (anchor) return `On “${boardNames(board).get(anchor.nodeId) ?? "a component"}” of the board.`;
  const point = points.find(({ id }) => id === pointId);
  return point ? `On the point “${point.text}”.` : "On the whole submission.";
}
