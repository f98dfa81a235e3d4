"use client";

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/inputs";
import { BOARD_KIND_LABELS, type BoardEdge, type BoardKind, type BoardNode } from "@/lib/interview/board";
import { boardNames } from "@/lib/interview/board-outline";
import { useSay } from "../status/live-region";
import type { BoardEditor } from "./use-board";

const STEP_PX = 40;
const MOVES = [
  { label: "left", dx: -STEP_PX, dy: 0, icon: <ArrowLeft size={15} aria-hidden /> },
  { label: "right", dx: STEP_PX, dy: 0, icon: <ArrowRight size={15} aria-hidden /> },
  { label: "up", dx: 0, dy: -STEP_PX, icon: <ArrowUp size={15} aria-hidden /> },
  { label: "down", dx: 0, dy: STEP_PX, icon: <ArrowDown size={15} aria-hidden /> },
] as const;

function ConnectTo({ editor, node }: { editor: BoardEditor; node: BoardNode }) {
  const [target, setTarget] = useState("");
  const say = useSay();
  const names = boardNames(editor.board);
  const taken = new Set(editor.board.edges.filter((edge) => edge.from === node.id).map((edge) => edge.to));
  const others = editor.board.nodes.filter(({ id }) => id !== node.id && !taken.has(id));
  const chosen = others.find(({ id }) => id === target) ?? others[0];
  if (!chosen) return null;
  return (
    <div className="flex gap-1.5">
      <Select aria-label="Connect to" value={chosen.id} onChange={(event) => setTarget(event.target.value)}>
        {others.map(({ id }) => (
          <option key={id} value={id}>
            {names.get(id)}
          </option>
        ))}
      </Select>
      <Button
        disabled={!editor.canWrite}
        onClick={() => {
          editor.connect(node.id, chosen.id);
          say(`Connected to ${names.get(chosen.id)}.`);
        }}
      >
        Connect
      </Button>
    </div>
  );
}

function NodeControls({ editor, node }: { editor: BoardEditor; node: BoardNode }) {
  const { apply, canWrite, kinds } = editor;
  const edit = (change: { kind?: BoardKind; label?: string }) =>
    apply([{ change: "edit-node", id: node.id, kind: node.kind, label: node.label, ...change }]);
  return (
    <div className="grid gap-1.5">
      <div className="flex gap-1.5">
        <div className="w-32 shrink-0">
          <Select
            aria-label="Kind"
            value={node.kind}
            disabled={!canWrite}
            onChange={(event) => edit({ kind: event.target.value as BoardKind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {BOARD_KIND_LABELS[kind]}
              </option>
            ))}
          </Select>
        </div>
        <TextInput
          aria-label="Name"
          value={node.label}
          maxLength={80}
          disabled={!canWrite}
          onChange={(event) => edit({ label: event.target.value })}
        />
      </div>
      <ConnectTo editor={editor} node={node} />
      <div className="flex flex-wrap gap-1">
        {MOVES.map(({ label, dx, dy, icon }) => (
          <Button
            key={label}
            size="small"
            iconOnly
            aria-label={`Move ${label}`}
            icon={icon}
            disabled={!canWrite}
            onClick={() => apply([{ change: "move-node", id: node.id, x: node.x + dx, y: node.y + dy }])}
          />
        ))}
        <Button
          size="small"
          variant="danger"
          disabled={!canWrite}
          icon={<Trash2 size={15} aria-hidden />}
          onClick={() => apply([{ change: "remove-node", id: node.id }])}
        >
          Delete
        </Button>
      </div>
    </div>
  );
}

function EdgeControls({ editor, edge }: { editor: BoardEditor; edge: BoardEdge }) {
  const { apply, canWrite } = editor;
  return (
    <div className="flex gap-1.5">
      <TextInput
        aria-label="Words on the connection"
        placeholder="what flows here"
        value={edge.label}
        maxLength={80}
        disabled={!canWrite}
        onChange={(event) => apply([{ change: "edit-edge", id: edge.id, label: event.target.value }])}
      />
      <Button
        variant="danger"
        disabled={!canWrite}
        icon={<Trash2 size={15} aria-hidden />}
        onClick={() => apply([{ change: "remove-edge", id: edge.id }])}
      >
        Delete
      </Button>
    </div>
  );
}

/** Everything that dragging does, with buttons: choose a component or connection, then change, connect, move, delete. */
export function BoardSelection({
  editor,
  selectedId,
  onSelect,
}: {
  editor: BoardEditor;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
}) {
  const { nodes, edges } = editor.board;
  const names = boardNames(editor.board);
  const node = nodes.find(({ id }) => id === selectedId);
  const edge = edges.find(({ id }) => id === selectedId);
  if (nodes.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <Select
        aria-label="Selected on the board"
        value={node?.id ?? edge?.id ?? ""}
        onChange={(event) => onSelect(event.target.value || null)}
      >
        <option value="">Select to change, connect or move…</option>
        <optgroup label="Components">
          {nodes.map(({ id }) => (
            <option key={id} value={id}>
              {names.get(id)}
            </option>
          ))}
        </optgroup>
        {edges.length > 0 && (
          <optgroup label="Connections">
            {edges.map(({ id, from, to }) => (
              <option key={id} value={id}>
                {names.get(from)} → {names.get(to)}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
      {node && <NodeControls key={node.id} editor={editor} node={node} />}
      {edge && <EdgeControls key={edge.id} editor={editor} edge={edge} />}
    </div>
  );
}
