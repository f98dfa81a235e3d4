/** What remarks are made on: the answers as they were submitted, the board, and the points of the rubric. */
import type { Anchor, TextAnchor } from "@/lib/classroom/anchor";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { ReportReceipt } from "@/lib/grading/report/schema";
import type { Board } from "@/lib/interview/board";

export type AnswerPart = TextAnchor["part"];
export type SubjectPoint = { id: string; stage: Stage; text: string; receipt: ReportReceipt | null };
export type Subject = {
  /** Parts that something was written in, in the order of the stages. */
  answers: readonly { part: AnswerPart; text: string }[];
  board: Board;
  points: readonly SubjectPoint[];
};

const PARTS: readonly AnswerPart[] = ["whole", ...STAGES];

/** Of a submission what can be commented on: of its answers those in which something was written. */
export function subjectOf(work: {
  answers: Partial<Record<AnswerPart, string>>;
  board: Board;
  points: readonly SubjectPoint[];
}): Subject {
  const answers = PARTS.flatMap((part) => {
    const text = work.answers[part];
    return text?.trim() ? [{ part, text }] : [];
  });
  const points = work.points.map(({ id, stage, text, receipt }) => ({ id, stage, text, receipt }));
  return { answers, board: work.board, points };
}

/** Where a remark is made. */
export type Place = { pointId: string | null; anchor: Anchor | null };

/** The stage that a place belongs to, for what the bank offers first; null for the board and the whole. */
export function stageOfPlace({ pointId, anchor }: Place, points: Subject["points"]): Stage | null {
  if (anchor?.kind === "text" && anchor.part !== "whole") return anchor.part;
  return points.find(({ id }) => id === pointId)?.stage ?? null;
}

const PART_ORDER: readonly AnswerPart[] = [...STAGES, "whole"];
const partRank = ({ anchor }: FeedbackComment): number =>
  anchor?.kind === "text" ? PART_ORDER.indexOf(anchor.part) : PART_ORDER.length;
const startOf = ({ anchor }: FeedbackComment): number => (anchor?.kind === "text" ? anchor.start : 0);

/**
 * Remarks on passages and nodes have numbers, counted through the answers and then the board, so that passage and
 * remark find each other without colour and on paper.
 */
export function numberComments(comments: readonly FeedbackComment[]): ReadonlyMap<string, number> {
  const placed = comments
    .filter(({ anchor }) => anchor !== null)
    .toSorted((a, b) => partRank(a) - partRank(b) || startOf(a) - startOf(b));
  return new Map(placed.map(({ id }, index) => [id, index + 1]));
}
