"use client";

import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { cx } from "@/components/ui/cx";
import { BOARD_KIND_LABELS, type BoardKind } from "@/lib/interview/board";

export type ComponentNode = Node<{ kind: BoardKind; label: string }, "component">;

/** Kinds that hold something at rest are drawn with a double edge: shape as well as words tell them apart. */
const STORES = new Set<BoardKind>([
  "store",
  "embedding-index",
  "feature-store",
  "event-log",
  "model-registry",
  "cache",
  "queue",
]);

export function BoardNodeBox({ data, selected }: NodeProps<ComponentNode>) {
  return (
    <div
      className={cx(
        "min-w-32 max-w-48 border bg-raised px-3 py-2 text-center text-sm text-ink",
        STORES.has(data.kind) ? "rounded-sm border-double border-[3px]" : "rounded-lg",
        data.kind === "person" && "rounded-full",
        selected ? "border-accent ring-2 ring-accent" : "border-line-strong",
      )}
    >
      <Handle type="target" position={Position.Left} className="size-2.5! bg-accent!" />
      <div className="text-xs text-ink-2">{BOARD_KIND_LABELS[data.kind]}</div>
      <div className="font-medium [overflow-wrap:anywhere]">{data.label}</div>
      <Handle type="source" position={Position.Right} className="size-2.5! bg-accent!" />
    </div>
  );
}
