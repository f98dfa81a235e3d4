"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/inputs";
import { boardToOutline, outlineChanges, parseOutline } from "@/lib/interview/board-outline";
import { useSay } from "../status/live-region";
import { newShortId } from "../store/identifiers";
import type { BoardEditor } from "./use-board";

/** The board as text, equal to the canvas: a line a component, an arrow a connection. */
export function BoardOutlineEditor({ editor }: { editor: BoardEditor }) {
  const [draft, setDraft] = useState<string | null>(null);
  const inputId = useId();
  const say = useSay();
  const outline = boardToOutline(editor.board);
  const text = draft ?? outline;
  const parsed = parseOutline(text);
  const foreign = parsed.components.filter(({ kind }) => kind !== null && !editor.kinds.includes(kind));
  const errors = [
    ...parsed.errors.map(({ line, message }) => `Line ${line}: ${message}`),
    ...foreign.map(({ name, kind }) => `${name}: "${kind}" is not offered here.`),
  ];
  function apply() {
    editor.apply(outlineChanges(editor.board, parsed, newShortId));
    setDraft(null);
    say("The board now follows the outline.");
  }
  return (
    <div className="grid gap-2">
      <label htmlFor={inputId} className="text-sm text-ink-2">
        One component a line, its kind in brackets. An arrow makes a connection, words behind a colon label
        it.
      </label>
      <TextArea
        id={inputId}
        rows={12}
        value={text}
        disabled={!editor.canWrite}
        spellCheck={false}
        placeholder={"Client [person]\nFeed [service]\nClient -> Feed : request"}
        onChange={(event) => setDraft(event.target.value)}
        className="font-mono"
      />
      {errors.length > 0 && (
        <ul className="grid gap-0.5 text-sm text-warn">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Button
          size="small"
          variant="primary"
          disabled={!editor.canWrite || draft === null || errors.length > 0}
          onClick={apply}
        >
          Draw this
        </Button>
        {draft !== null && (
          <Button size="small" variant="quiet" onClick={() => setDraft(null)}>
            Back to the board's outline
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-2">Kinds: {editor.kinds.join(", ")}.</p>
    </div>
  );
}
