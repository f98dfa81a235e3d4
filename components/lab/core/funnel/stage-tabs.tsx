"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { formatMilliseconds } from "@/components/lab/format";
import { cx } from "@/components/ui/cx";
import type { FunnelStage } from "@/lib/charts/funnel-layout";

export type StageTabsProps = {
  /** Id of the open stage; null when the panel is folded. */
  openId: string | null;
  onOpen(id: string): void;
  /** Id of the element that shows the open stage. */
  panelId: string;
};

type Props = StageTabsProps & {
  stages: readonly FunnelStage[];
  className?: string;
  /** Up and down go on, as the stages stand below each other. */
  isColumn?: boolean;
  children?: (stage: FunnelStage, index: number) => ReactNode;
};

/** The stages of the funnel as tabs: arrows, Home and End move and open. */
export function StageTabs({ stages, openId, onOpen, panelId, className, isColumn, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const openIndex = stages.findIndex(({ id }) => id === openId);

  function onKeyDown(event: KeyboardEvent) {
    const last = stages.length - 1;
    const next = Math.min(last, openIndex + 1);
    const previous = Math.max(0, openIndex - 1);
    const targets: Record<string, number> = {
      ArrowRight: next,
      ArrowDown: next,
      ArrowLeft: previous,
      ArrowUp: previous,
      Home: 0,
      End: last,
    };
    const index = targets[event.key];
    const stage = index === undefined ? undefined : stages[index];
    if (!stage || index === undefined) return;
    event.preventDefault();
    if (stage.id !== openId) onOpen(stage.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Steps of this request"
      aria-orientation={isColumn ? "vertical" : "horizontal"}
      onKeyDown={onKeyDown}
      className={className}
    >
      {stages.map((stage, index) => (
        <button
          key={stage.id}
          type="button"
          role="tab"
          aria-selected={stage.id === openId}
          aria-controls={panelId}
          tabIndex={index === Math.max(0, openIndex) ? 0 : -1}
          onClick={() => onOpen(stage.id)}
          className={cx(
            "min-w-0 cursor-pointer border-b-2 focus-visible:-outline-offset-2",
            stage.id === openId ? "border-accent bg-accent-soft" : "border-transparent hover:bg-sunken",
            !isColumn && "flex-1 rounded-t-md py-1 text-center",
          )}
        >
          {children?.(stage, index) ?? (
            <>
              <span className="block font-medium">{stage.label}</span>
              <span className="block text-ink-2 tabular-nums">{formatMilliseconds(stage.milliseconds)}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
