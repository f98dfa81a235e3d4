"use client";

import { List, Waypoints } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { BoardAdd } from "./board-add";
import { BoardOutlineEditor } from "./board-outline-editor";
import { BoardSelection } from "./board-selection";
import { useBoard } from "./use-board";

// The canvas needs the DOM to measure itself, and is the largest part of the page.
const BoardCanvas = dynamic(() => import("./board-canvas").then((module) => module.BoardCanvas), {
  ssr: false,
  loading: () => <p className="p-4 text-sm text-ink-2">Loading the board…</p>,
});

/** The architecture board: a canvas, and the same thing as an outline. */
export function BoardPanel() {
  const editor = useBoard();
  const [isOutline, setOutline] = useState(false);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { nodes, edges } = editor.board;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex items-center justify-between gap-2 text-sm text-ink-2">
        <span className="tabular-nums">
          {nodes.length} {nodes.length === 1 ? "component" : "components"}, {edges.length}{" "}
          {edges.length === 1 ? "connection" : "connections"}
        </span>
        <Button
          size="small"
          variant="quiet"
          aria-pressed={isOutline}
          icon={isOutline ? <Waypoints size={15} aria-hidden /> : <List size={15} aria-hidden />}
          onClick={() => setOutline(!isOutline)}
        >
          {isOutline ? "Canvas" : "Outline"}
        </Button>
      </div>
      {isOutline ? (
        <BoardOutlineEditor editor={editor} />
      ) : (
        <>
          <BoardAdd editor={editor} onAdded={setSelectedId} />
          <div
            data-own-keys
            className="board-canvas min-h-80 flex-1 overflow-hidden rounded-lg border border-line bg-paper"
          >
            <BoardCanvas editor={editor} selectedId={selectedId} onSelect={setSelectedId} />
          </div>
          <BoardSelection editor={editor} selectedId={selectedId} onSelect={setSelectedId} />
        </>
      )}
    </div>
  );
}
