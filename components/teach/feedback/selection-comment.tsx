"use client";

import { MessageSquarePlus } from "lucide-react";
import { type RefObject, useEffect } from "react";
import { useSingleKeysEnabled } from "@/components/layout/use-shortcuts";
import { useSelectedRange } from "@/components/reading/use-selected-range";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { anchorOfRange } from "./answer-selection";
import { useFeedback } from "./feedback-context";

/** Room that is kept for it at the right edge. */
const WIDTH_PX = 140;

/** "Comment" under a selection in an answer. The screen's key C does the same. */
export function SelectionComment({ root }: { root: RefObject<HTMLElement | null> }) {
  const { subject, selected, commentHere, canWrite } = useFeedback();
  const range = useSelectedRange(root);
  const hasKeys = useSingleKeysEnabled();
  const anchor = range && root.current ? anchorOfRange(range, root.current, subject.answers) : null;
  useEffect(() => {
    selected.current = anchor;
    return () => {
      selected.current = null;
    };
  }, [selected, anchor]);

  if (!canWrite || !anchor || !range || !root.current) return null;
  const around = root.current.getBoundingClientRect();
  const { left: x, bottom } = range.getBoundingClientRect();
  const left = Math.max(0, Math.min(x - around.left, around.width - WIDTH_PX));
  return (
    <div
      className="absolute z-20 rounded-lg border border-line bg-raised p-1 shadow-lg print:hidden"
      style={{ left, top: bottom - around.top + 8 }}
      // Pressing the button must not take the selection away before it is read.
      onPointerDown={(event) => event.preventDefault()}
    >
      <Button
        size="small"
        variant="quiet"
        aria-keyshortcuts="c"
        icon={<MessageSquarePlus size={15} aria-hidden />}
        onClick={commentHere}
      >
        Comment{" "}
        {hasKeys && (
          <span aria-hidden>
            <Kbd>C</Kbd>
          </span>
        )}
      </Button>
    </div>
  );
}
