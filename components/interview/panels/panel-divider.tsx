"use client";

import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { type PanelSizes, type Side, WIDTH_LIMITS_PX } from "./use-panels";

const STEP_PX = 24;
const NAMES: Record<Side, string> = { thread: "conversation", bench: "bench" };
const ICONS = {
  thread: { open: PanelLeftClose, closed: PanelLeftOpen },
  bench: { open: PanelRightClose, closed: PanelRightOpen },
};

type PanelDividerProps = {
  side: Side;
  size: PanelSizes[Side];
  onChange: (part: Partial<PanelSizes[Side]>) => void;
};

/** Between two panels: drag or arrow keys resize, the button folds the panel away. */
export function PanelDivider({ side, size, onChange }: PanelDividerProps) {
  const direction = side === "thread" ? 1 : -1;
  const Icon = ICONS[side][size.isOpen ? "open" : "closed"];
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowRight" ? STEP_PX : event.key === "ArrowLeft" ? -STEP_PX : 0;
    if (step === 0) return;
    event.preventDefault();
    onChange({ widthPx: size.widthPx + step * direction });
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    const handle = event.currentTarget;
    const startX = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) =>
      onChange({ widthPx: size.widthPx + (move.clientX - startX) * direction });
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", onMove), {
      once: true,
    });
  }
  return (
    <div className="hidden w-6 flex-col items-center border-x border-line bg-sunken lg:flex">
      <button
        type="button"
        aria-label={`${size.isOpen ? "Fold away" : "Show"} the ${NAMES[side]}`}
        aria-expanded={size.isOpen}
        onClick={() => onChange({ isOpen: !size.isOpen })}
        className="grid size-6 place-items-center text-ink-2 hover:text-ink focus-visible:-outline-offset-2"
      >
        <Icon size={16} aria-hidden />
      </button>
      {size.isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a separator that resizes is a widget; hr is not.
        <div
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={`Width of the ${NAMES[side]}`}
          aria-valuenow={size.widthPx}
          aria-valuemin={WIDTH_LIMITS_PX[side][0]}
          aria-valuemax={WIDTH_LIMITS_PX[side][1]}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          className="grid w-full flex-1 cursor-col-resize touch-none place-items-center focus-visible:-outline-offset-2"
        >
          <span className="h-10 w-1 rounded-full bg-line-strong/60" />
        </div>
      )}
    </div>
  );
}
