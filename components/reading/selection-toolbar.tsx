"use client";

import { Highlighter, MessageSquarePlus } from "lucide-react";
import { type RefObject, useCallback, useEffect } from "react";
import { isBusyElsewhere, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";
import { PageText } from "@/components/reading/page-text";
import { useSelectedRange } from "@/components/reading/use-selected-range";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Span } from "@/lib/reading/passages";

type SelectionToolbarProps = {
  root: RefObject<HTMLElement | null>;
  onMark: (spans: readonly Span[], withNote: boolean) => void;
};

/** Room that is kept for it at the right edge of the window. */
const WIDTH_PX = 280;

/** The key for those who see it; aria-keyshortcuts says it to those who do not. */
function Key({ hasKeys, name }: { hasKeys: boolean; name: string }) {
  return hasKeys ? (
    <span aria-hidden>
      <Kbd>{name}</Kbd>
    </span>
  ) : null;
}

/** Shown under a selection, by whatever means it was made; H highlights, N adds a note. */
export function SelectionToolbar({ root, onMark }: SelectionToolbarProps) {
  const range = useSelectedRange(root);
  const hasKeys = useSingleKeysEnabled();
  const mark = useCallback(
    (withNote: boolean) => {
      if (!range || !root.current) return;
      const span = new PageText(root.current).spanOf(range);
      document.getSelection()?.removeAllRanges();
      onMark([span], withNote);
    },
    [range, root, onMark],
  );

  useEffect(() => {
    if (!range || !hasKeys) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) return;
      if (event.key !== "h" && event.key !== "n") return;
      event.preventDefault();
      mark(event.key === "n");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [range, hasKeys, mark]);

  if (!range || !root.current) return null;
  const around = root.current.getBoundingClientRect();
  const { left: x, bottom } = range.getBoundingClientRect();
  const left = Math.max(0, Math.min(x - around.left, window.innerWidth - around.left - WIDTH_PX));
  return (
    <div
      role="toolbar"
      aria-label="Selected passage"
      className="absolute z-20 flex gap-1 rounded-lg border border-line bg-raised p-1 shadow-lg print:hidden"
      style={{ left, top: bottom - around.top + 8 }}
      // Pressing a button must not take the selection away before it is read.
      onPointerDown={(event) => event.preventDefault()}
    >
      <Button
        size="small"
        variant="quiet"
        aria-keyshortcuts="h"
        icon={<Highlighter size={15} />}
        onClick={() => mark(false)}
      >
        Highlight <Key hasKeys={hasKeys} name="H" />
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-keyshortcuts="n"
        icon={<MessageSquarePlus size={15} />}
        onClick={() => mark(true)}
      >
        With a note <Key hasKeys={hasKeys} name="N" />
      </Button>
    </div>
  );
}
