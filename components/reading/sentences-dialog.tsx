"use client";

import { type RefObject, useMemo, useState } from "react";
import { PageText } from "@/components/reading/page-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/inputs";
import { readable, type Span, sentencesOf } from "@/lib/reading/passages";

type SentencesDialogProps = {
  root: RefObject<HTMLElement | null>;
  anchor: string;
  onMark: (spans: readonly Span[], withNote: boolean) => void;
  onClose: () => void;
};

/** Sentences that follow each other are one passage. */
function joinedRuns(sentences: readonly Span[], chosen: ReadonlySet<number>): Span[] {
  const runs: Span[] = [];
  for (const [index, { start, end }] of sentences.entries()) {
    const last = runs.at(-1);
    if (!chosen.has(index)) continue;
    if (last && chosen.has(index - 1)) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** Marking a text without a pointer: the sentences of a section as a list to choose from. */
export function SentencesDialog({ root, anchor, onMark, onClose }: SentencesDialogProps) {
  const { page, section, sentences } = useMemo(() => {
    const text = root.current ? new PageText(root.current) : null;
    const found = text?.sections.find((one) => one.anchor === anchor);
    // The heading itself is the first words of its section.
    const body = found && { start: found.start + found.heading.length, end: found.end };
    return { page: text, section: found, sentences: text && body ? sentencesOf(text.text, body) : [] };
  }, [root, anchor]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const runs = joinedRuns(sentences, chosen);

  function toggle(index: number) {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  }
  function finish(withNote: boolean) {
    onClose();
    onMark(runs, withNote);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`Highlight in “${section?.heading ?? ""}”`}
      description="Choose sentences; those that follow each other become one highlight."
      footer={
        <>
          {runs.length === 1 && <Button onClick={() => finish(true)}>Highlight with a note</Button>}
          <Button variant="primary" disabled={runs.length === 0} onClick={() => finish(false)}>
            Highlight
          </Button>
        </>
      }
    >
      <ul className="grid max-h-[50vh] gap-2 overflow-y-auto p-1">
        {sentences.map((span, index) => (
          <li key={span.start}>
            <Checkbox
              label={readable(page?.text.slice(span.start, span.end) ?? "")}
              checked={chosen.has(index)}
              onChange={() => toggle(index)}
              {...(index === 0 && { "data-autofocus": true })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
