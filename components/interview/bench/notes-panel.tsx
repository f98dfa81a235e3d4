"use client";

import { useId } from "react";
import { ConflictNotices } from "../answer/conflict-notices";
import { SharedTextarea } from "../answer/shared-textarea";
import { useInterviewState } from "../interview-context";

/** Scratch paper: saved like the answer, never graded. */
export function NotesPanel() {
  const text = useInterviewState((state) => state.notes.text);
  const inputId = useId();
  return (
    <div className="flex h-full min-h-64 flex-col gap-2">
      <ConflictNotices place="notes" />
      <label htmlFor={inputId} className="text-sm text-ink-2">
        For yourself; notes are not graded.
      </label>
      <SharedTextarea
        id={inputId}
        text={text}
        toEvent={(splice) => ({ kind: "note-edited", ...splice })}
        className="min-h-56 w-full flex-1 resize-none rounded-lg border border-line-strong/60 bg-raised p-3 text-base leading-relaxed sm:text-sm"
      />
    </div>
  );
}
