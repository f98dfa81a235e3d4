"use client";

import {
  BOARD_KIND_LABELS,
  BOARD_KINDS,
  type Board,
  type BoardChange,
  type BoardKind,
  GENERIC_KINDS,
} from "@/lib/interview/board";
import { freePlace } from "@/lib/interview/board-outline";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";
import { newShortId } from "../store/identifiers";

export type BoardEditor = {
  board: Board;
  canWrite: boolean;
  /** Kinds on offer: all in coach mode, the generic ones in exam mode. */
  kinds: readonly BoardKind[];
  apply: (changes: BoardChange[]) => void;
  /** Returns the new node's id. */
  addNode: (kind: BoardKind, label: string) => string;
  connect: (from: string, to: string, label?: string) => void;
};

export function useBoard(): BoardEditor {
  const { store } = useInterview();
  const board = useInterviewState((state) => state.board);
  const isExam = useInterviewState((state) => state.setup?.mode === "exam");
  const canWrite = useCanWrite();
  const apply = (changes: BoardChange[]) => {
    if (changes.length > 0) store.write({ kind: "board-changed", changes: changes.slice(0, 300) });
  };
  return {
    board,
    canWrite,
    kinds: isExam ? GENERIC_KINDS : BOARD_KINDS,
    apply,
    addNode: (kind, label) => {
      const id = newShortId();
      const name = label.trim() || BOARD_KIND_LABELS[kind];
      apply([{ change: "add-node", node: { id, kind, label: name, ...freePlace(board) } }]);
      return id;
    },
    connect: (from, to, label = "") =>
      apply([{ change: "add-edge", edge: { id: newShortId(), from, to, label } }]),
  };
}
