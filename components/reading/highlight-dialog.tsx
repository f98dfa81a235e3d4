"use client";

import { useState } from "react";
import { readingStore } from "@/components/reading/reading-store";
import { useReading } from "@/components/reading/use-reading";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { readable } from "@/lib/reading/passages";
import { type Highlight, READING_LIMITS } from "@/lib/reading/reading";

type HighlightDialogProps = {
  /** A new one, or one that is kept already. */
  highlight: Highlight;
  onClose: () => void;
  /** Told what happened, in words. */
  onSaid: (words: string) => void;
};

/** One highlight: its note can be written and changed, and it can be deleted. */
export function HighlightDialog({ highlight, onClose, onSaid }: HighlightDialogProps) {
  const [note, setNote] = useState(highlight.note);
  const isKept = useReading().reading.highlights.some(({ id }) => id === highlight.id);
  function save() {
    void readingStore.putHighlight({ ...highlight, note: note.trim() });
    onSaid(isKept ? "The note is saved." : "Highlighted.");
    onClose();
  }
  function remove() {
    void readingStore.deleteHighlight(highlight.id);
    onSaid("The highlight is deleted.");
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={isKept ? "Your highlight" : "Highlight with a note"}
      footer={
        <>
          {isKept && (
            <Button variant="quiet" onClick={remove}>
              Delete the highlight
            </Button>
          )}
          <Button variant="primary" onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-warn pl-3 font-serif text-sm text-ink-2">
        {readable(highlight.quote)}
      </blockquote>
      <Field label="Note">
        {(control) => (
          <TextArea
            {...control}
            data-autofocus
            rows={3}
            maxLength={READING_LIMITS.note}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
