"use client";

import { memo, useId } from "react";
import { TextInput } from "@/components/ui/inputs";
import type { SheetPoint } from "@/lib/data/seat/load-seat";
import { toStorable } from "@/lib/interview/storable-text";
import { MARK_WORDS, MARKS, MAX_NOTE_CHARS, type SheetMark } from "@/lib/learning/scoring-sheet";

type SheetRowProps = {
  point: SheetPoint;
  written: SheetMark | undefined;
  onWrite: (mark: SheetMark) => void;
};

/** One point: three marks as radios, and a note. Rendered again only when its own mark changes. */
export const SheetRow = memo(function SheetRow({ point, written, onWrite }: SheetRowProps) {
  const noteId = useId();
  const { mark = null, note = "" } = written ?? {};
  const write = (change: Partial<SheetMark>) => onWrite({ pointId: point.id, mark, note, ...change });
  return (
    <li className="grid gap-1.5 py-3">
      <fieldset className="grid min-w-0 gap-1.5">
        <legend className="text-sm" title={point.why}>
          {point.text}
        </legend>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {MARKS.map((value) => (
            <label key={value} className="flex min-h-6 cursor-pointer items-center gap-1.5 text-sm">
              <input
                type="radio"
                name={noteId}
                checked={mark === value}
                onChange={() => write({ mark: value })}
                className="size-4 accent-accent"
              />
              {MARK_WORDS[value]}
            </label>
          ))}
          {mark !== null && (
            <button
              type="button"
              className="min-h-6 text-sm text-ink-2 underline underline-offset-2"
              aria-label={`Clear the mark: ${point.text}`}
              onClick={() => write({ mark: null })}
            >
              clear
            </button>
          )}
        </div>
      </fieldset>
      <TextInput
        aria-label={`Note: ${point.text}`}
        placeholder="Note"
        maxLength={MAX_NOTE_CHARS}
        value={note}
        onChange={(event) => write({ note: toStorable(event.target.value) })}
        className="h-8"
      />
    </li>
  );
});
