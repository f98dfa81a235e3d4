/** What a board shows or lacks, as questions that point at its components and connections. */
import type { Board } from "@/lib/interview/board";
import type { Finding } from "@/lib/interview/finding";
import type { Check } from "./check";
import { DATA_PATH_CHECKS } from "./checks/data-path";
import { OPERATION_CHECKS } from "./checks/operation";
import { REQUEST_PATH_CHECKS } from "./checks/request-path";
import { BoardGraph } from "./graph";

export const ALL_CHECKS: readonly Check[] = [
  ...REQUEST_PATH_CHECKS,
  ...DATA_PATH_CHECKS,
  ...OPERATION_CHECKS,
];

/** The findings of one board, in the order of the checks; none on a sketch of a few boxes. */
export function checkBoard(board: Board): Finding[] {
  const graph = new BoardGraph(board);
  return ALL_CHECKS.flatMap((check): Finding[] => {
    const places = board.nodes.length >= check.from ? check.look(graph) : null;
    if (!places) return [];
    const { id, stage, statement, question, chapter } = check;
    return [{ id, source: "board", stage, statement, question, chapter, places }];
  });
}
