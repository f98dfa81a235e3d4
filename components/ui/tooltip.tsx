"use client";

import { type ReactElement, type ReactNode, useId, useState } from "react";
import { cx } from "@/components/ui/cx";

type TooltipProps = {
  content: ReactNode;
  side?: "top" | "bottom";
  /** Receives what ties the trigger to the tip; the trigger must be focusable. */
  children: (trigger: { "aria-describedby": string | undefined }) => ReactElement;
};

/** Shown on hover and on focus, stays while the pointer is on it, goes away on Escape. Never the only place of a fact. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens on behalf of the focusable trigger inside.
    <span
      className="relative inline-flex"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
    >
      {children({ "aria-describedby": open ? id : undefined })}
      {open && (
        <span
          role="tooltip"
          id={id}
          className={cx(
            "absolute left-1/2 z-40 w-max max-w-64 -translate-x-1/2 rounded-md bg-ink px-2.5 py-1.5 text-xs leading-snug font-normal whitespace-normal text-paper shadow-md",
            side === "top" ? "bottom-full mb-1.5" : "top-full mt-1.5",
          )}
        >
          {content}
        </span>
      )}
    </span>
  );
}
