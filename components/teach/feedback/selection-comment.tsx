"use client";

import { MessageSquarePlus } from "lucide-react";
import { type RefObject, useCallback, useEffect } from "react";
import { isBusyElsewhere, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";
import { useSelectedRange } from "@/components/reading/use-selected-range";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { anchorOfRange } from "./answer-selection";
import { useFeedback } from "./feedback-context";

/** Room that is kept for it at the right edge. */
const WIDTH_PX = 140;

type SelectionCommentProps = {
  root: RefObject<HTMLElement | null>;
  /** C without a selection: the passage is chosen from a list. */
  onChoose: () => void;
};

/** "Comment" under a selection in an answer; C does it by keyboard, with a selection or without. */
export function SelectionComment({ root, onChoose }: SelectionCommentProps) {
  const { subject, compose, canWrite } = useFeedback();
  const range = useSelectedRange(root);
  const hasKeys = useSingleKeysEnabled();
  const anchor = range && root.current ? anchorOfRange(range, root.current, subject.answers) : null;
  const comment = useCallback(() => {
    if (!anchor) return onChoose();
    document.getSelection()?.removeAllRanges();
    compose({ pointId: null, anchor });
  }, [anchor, compose, onChoose]);

  useEffect(() => {
    if (!hasKeys || !canWrite) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isBusyElsewhere(event.target)) return;
      event.preventDefault();
      comment();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [hasKeys, canWrite, comment]);

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
        onClick={comment}
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
