"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { toStorable } from "@/lib/interview/storable-text";
import { changeFromSplice, diffSplice, moveIndex } from "@/lib/interview/text-change";
import { useCanWrite, useInterview } from "../interview-context";
import type { Written } from "../store/interview-store";

/** Well below what the server takes, so that merged edits of two tabs fit, too. */
const MAX_CHARS = 48_000;

type Splice = { index: number; remove: number; insert: string };

type SharedTextareaProps = Omit<ComponentProps<"textarea">, "value" | "onChange"> & {
  text: string;
  toEvent: (splice: Splice) => Written;
};

/** A textarea on a text that other tabs may edit, too. Edits of others move the caret along with its words. */
export function SharedTextarea({ text, toEvent, ...rest }: SharedTextareaProps) {
  const { store } = useInterview();
  const canWrite = useCanWrite();
  const element = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(text);
  const caret = useRef<[number, number]>([0, 0]);

  useLayoutEffect(() => {
    const area = element.current;
    const splice = diffSplice(shown.current, text);
    if (area && splice && document.activeElement === area) {
      const change = changeFromSplice(splice, shown.current.length);
      area.setSelectionRange(moveIndex(caret.current[0], change), moveIndex(caret.current[1], change));
    }
    shown.current = text;
  }, [text]);

  function remember(area: HTMLTextAreaElement) {
    caret.current = [area.selectionStart, area.selectionEnd];
  }
  function onChange(area: HTMLTextAreaElement) {
    const next = toStorable(area.value);
    const splice = diffSplice(text, next);
    remember(area);
    // Own typing: the caret is where the browser put it.
    shown.current = next;
    if (splice) store.write(toEvent(splice));
  }
  return (
    <textarea
      {...rest}
      ref={element}
      value={text}
      maxLength={MAX_CHARS}
      readOnly={!canWrite}
      onChange={(event) => onChange(event.target)}
      onSelect={(event) => remember(event.currentTarget)}
    />
  );
}
