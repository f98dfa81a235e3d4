"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { FactEntry } from "@/lib/classroom/class-content/outline";
import type { TriedReply } from "@/lib/data/class-content/try-class-content";
import type { Editing } from "./content-actions";
import { useAsking } from "./use-asking";

function Reply({ reply, facts }: { reply: TriedReply; facts: readonly FactEntry[] }) {
  const fact = facts.find(({ id }) => id === reply.factId);
  return (
    <li className="grid gap-0.5 border-l-2 border-accent pl-3 text-sm">
      <span className="text-ink-2">
        {reply.factId === null ? (
          "Told nothing: no fact is likely enough."
        ) : (
          <>
            Tells{" "}
            <a href={`#fact-${reply.factId}`} className="text-accent underline underline-offset-2">
              {fact?.wording.phrasings[0] ?? reply.factId}
            </a>
          </>
        )}
      </span>
      <span>“{reply.answer}”</span>
    </li>
  );
}

/** A question as a student would type it, and which fact the interviewer of the class gives for it. */
export function TryQuestion({ editing, facts }: { editing: Editing; facts: readonly FactEntry[] }) {
  const [question, setQuestion] = useState("");
  const { isBusy, answer: replies, message, ask } = useAsking<TriedReply[]>();
  return (
    <form
      className="grid max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask(() => editing.actions.tryQuestion({ ...editing.of, question }));
      }}
    >
      <Field label="Ask the interviewer of this class" hint="As a student would ask it in an interview.">
        {(control) => (
          <span className="flex gap-2">
            <TextInput
              {...control}
              maxLength={1_000}
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
            <Button
              type="submit"
              disabled={question.trim() === ""}
              busyLabel={isBusy ? "Asking …" : undefined}
            >
              Ask
            </Button>
          </span>
        )}
      </Field>
      <StatusLine tone={message ? "bad" : "neutral"}>
        {message ?? (replies ? "Answered by the interviewer as the class has it now." : null)}
      </StatusLine>
      {replies && (
        <ul className="grid gap-2">
          {replies.map((reply) => (
            <Reply key={`${reply.factId} ${reply.question}`} {...{ reply, facts }} />
          ))}
        </ul>
      )}
    </form>
  );
}
