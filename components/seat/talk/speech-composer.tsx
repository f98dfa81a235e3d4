"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { MAX_SPEECH_CHARS } from "@/lib/interview/seat/speech";
import { toStorable } from "@/lib/interview/storable-text";
import { useSeatState } from "../seat-context";
import { useSpeak } from "./speak-context";

/** Words of one's own: said as an answer or a remark, or asked so that the candidate's reply is waited for. */
export function SpeechComposer() {
  const { canSpeak, speak, answering, problem } = useSpeak();
  const hasOpen = useSeatState((state) => state.prompted.some(({ settled }) => settled === null));
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const inputId = useId();
  const words = toStorable(text).trim();
  const canSend = canSpeak && words !== "" && !isBusy;

  async function send(say: "remark" | "question") {
    if (!canSend) return;
    setBusy(true);
    if (await speak({ say, text: words })) setText("");
    setBusy(false);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send(event.ctrlKey || event.metaKey ? "question" : "remark");
  }
  return (
    <div className="grid gap-2 border-t border-line bg-paper p-3">
      <label htmlFor={inputId} className="text-sm font-medium">
        {answering ? "Answer the candidate" : "Speak to the candidate"}
      </label>
      <TextArea
        id={inputId}
        data-seat-target="composer"
        rows={2}
        maxLength={MAX_SPEECH_CHARS}
        value={text}
        readOnly={!canSpeak}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="primary" disabled={!canSend} onClick={() => send("remark")}>
          Say
        </Button>
        <Button size="small" disabled={!canSend} onClick={() => send("question")}>
          Ask, and wait for a reply
        </Button>
        <span className="text-xs text-ink-2 max-sm:hidden">Enter says, Ctrl Enter asks</span>
      </div>
      {hasOpen && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-2">Your question is open.</span>
          <Button
            size="small"
            disabled={!canSpeak}
            onClick={() => speak({ say: "settle", settled: "enough" })}
          >
            Enough said
          </Button>
          <Button
            size="small"
            disabled={!canSpeak}
            onClick={() => speak({ say: "settle", settled: "let-go" })}
          >
            Let it go
          </Button>
        </div>
      )}
      <StatusLine tone="bad">{problem}</StatusLine>
    </div>
  );
}
