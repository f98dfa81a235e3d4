"use client";

import { Eye, Pencil } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { AnswerPart } from "@/lib/interview/events";
import { answerText } from "@/lib/interview/state";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";
import { FOCUS_TARGETS } from "../keys/focus-targets";
import { DictateButton } from "../voice/dictate-button";
import { spokenAt } from "../voice/join-spoken";
import { ConflictNotices } from "./conflict-notices";
import { SharedTextarea } from "./shared-textarea";

// The Markdown renderer is loaded when a preview is asked for first.
const Preview = lazy(() => import("./answer-preview").then((module) => ({ default: module.AnswerPreview })));

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** One text of the answer: a calm, wide place to write, and what it looks like. */
export function AnswerEditor({
  part,
  label,
  placeholder,
}: {
  part: AnswerPart;
  label: string;
  placeholder: string;
}) {
  const { store } = useInterview();
  const canWrite = useCanWrite();
  const text = useInterviewState((state) => answerText(state, part));
  const [isPreview, setPreview] = useState(false);
  const inputId = useId();
  function onWords(words: string) {
    const area = document.getElementById(inputId);
    const caret = area instanceof HTMLTextAreaElement ? area.selectionEnd : 0;
    const splice = spokenAt(text, caret, words);
    if (splice.insert !== "") store.write({ kind: "answer-edited", part, remove: 0, ...splice });
  }
  return (
    <div className="flex flex-1 shrink-0 flex-col gap-2">
      <ConflictNotices place={part} />
      <div className="flex min-h-8 items-center justify-between gap-3">
        <label htmlFor={inputId} className="text-sm font-medium">
          {label}
        </label>
        <span className="flex items-center gap-3 text-sm text-ink-2 tabular-nums">
          {countWords(text)} words
          <Button
            size="small"
            variant="quiet"
            aria-pressed={isPreview}
            icon={isPreview ? <Pencil size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
            onClick={() => setPreview(!isPreview)}
          >
            {isPreview ? "Write" : "Preview"}
          </Button>
        </span>
      </div>
      {isPreview && (
        <Suspense fallback={<p className="min-h-64 text-sm text-ink-2">Loading the preview…</p>}>
          <Preview text={text} />
        </Suspense>
      )}
      <SharedTextarea
        id={inputId}
        data-focus-target={FOCUS_TARGETS.answer}
        hidden={isPreview}
        text={text}
        toEvent={(splice) => ({ kind: "answer-edited", part, ...splice })}
        placeholder={placeholder}
        spellCheck
        className="min-h-64 w-full flex-1 resize-none rounded-lg border border-line-strong/60 bg-raised p-4 text-base leading-relaxed placeholder:text-ink-2"
      />
      <div className="flex items-center gap-2 empty:hidden">
        <DictateButton what="the answer" disabled={!canWrite} onWords={onWords} />
      </div>
    </div>
  );
}
