"use client";

import {
  Background,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import "./board.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { BoardNodeBox, type ComponentNode } from "./board-node";
import type { BoardEditor } from "./use-board";

const NODE_TYPES = { component: BoardNodeBox };
/** Arrow keys move a node step by step: one change is written when they rest. */
const KEY_MOVE_REST_MS = 400;

type Place = { x: number; y: number };
type BoardCanvasProps = {
  editor: BoardEditor;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
};

/** Positions while something is being moved; the board's own come back when the move is written. */
function useMoves({ apply }: BoardEditor) {
  const [moving, setMoving] = useState<Record<string, Place>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function commit(moves: Record<string, Place>) {
    apply(
      Object.entries(moves).map(([id, place]) => ({
        change: "move-node" as const,
        id,
        x: Math.round(Math.max(-19_000, Math.min(19_000, place.x))),
        y: Math.round(Math.max(-19_000, Math.min(19_000, place.y))),
      })),
    );
    setMoving({});
  }
  function onMove(id: string, place: Place, isDragging: boolean) {
    const moves = { ...moving, [id]: place };
    setMoving(moves);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(moves), isDragging ? 5_000 : KEY_MOVE_REST_MS);
  }
  return { moving, onMove };
}

const FIT = { maxZoom: 1, padding: 0.15 };

/** Keeps the whole board in view as components come and go; moving one moves nothing else. */
function useFit(nodeCount: number, measuredCount: number) {
  const instance = useRef<ReactFlowInstance<ComponentNode, Edge>>(null);
  useEffect(() => {
    if (nodeCount > 0 && measuredCount >= nodeCount) void instance.current?.fitView(FIT);
  }, [nodeCount, measuredCount]);
  return instance;
}

export function BoardCanvas({ editor, selectedId, onSelect }: BoardCanvasProps) {
  const { board, canWrite, apply, connect } = editor;
  const { moving, onMove } = useMoves(editor);
  const [sizes, setSizes] = useState<Record<string, { width: number; height: number }>>({});
  const measuredCount = board.nodes.filter(({ id }) => sizes[id]).length;
  const instance = useFit(board.nodes.length, measuredCount);
  const nodes = useMemo(
    () =>
      board.nodes.map(
        ({ id, kind, label, x, y }): ComponentNode => ({
          id,
          type: "component",
          position: moving[id] ?? { x, y },
          data: { kind, label },
          selected: id === selectedId,
          ariaLabel: `${label}, ${kind}`,
          ...(sizes[id] ? { measured: sizes[id] } : {}),
        }),
      ),
    [board.nodes, moving, selectedId, sizes],
  );
  const edges = useMemo(
    () =>
      board.edges.map(
        ({ id, from, to, label }): Edge => ({
          id,
          source: from,
          target: to,
          label,
          selected: id === selectedId,
          markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
        }),
      ),
    [board.edges, selectedId],
  );
  function onNodesChange(changes: NodeChange<ComponentNode>[]) {
    for (const change of changes) {
      if (change.type === "position" && change.position)
        onMove(change.id, change.position, change.dragging === true);
      if (change.type === "select" && change.selected) onSelect(change.id);
      const size = change.type === "dimensions" ? change.dimensions : undefined;
      if (change.type === "dimensions" && size) setSizes((known) => ({ ...known, [change.id]: size }));
      if (change.type === "remove") apply([{ change: "remove-node", id: change.id }]);
    }
  }
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onNodesChange={onNodesChange}
      onEdgesChange={(changes) => {
        for (const change of changes) {
          if (change.type === "select" && change.selected) onSelect(change.id);
          if (change.type === "remove") apply([{ change: "remove-edge", id: change.id }]);
        }
      }}
      onConnect={({ source, target }: Connection) => connect(source, target)}
      onPaneClick={() => onSelect(null)}
      nodesDraggable={canWrite}
      nodesConnectable={canWrite}
      connectionRadius={40}
      deleteKeyCode={canWrite ? ["Delete", "Backspace"] : null}
      fitView
      fitViewOptions={FIT}
      onInit={(created) => {
        instance.current = created;
      }}
      minZoom={0.2}
    >
      <Background gap={24} />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}
