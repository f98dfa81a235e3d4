"use client";

import { type FormEvent, useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { MAX_REASON, type RegradeAnswer } from "@/lib/classroom/feedback/regrade";
import { creditWords } from "@/lib/classroom/feedback/result-words";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { ListedRegrade } from "@/lib/data/regrade/list-regrades";

export type AnswerRegrade = (
  input: AssignmentIds & { requestId: string; answer: RegradeAnswer },
) => Promise<ActionResult<void>>;

type Props = { ids: AssignmentIds; request: ListedRegrade; answer: AnswerRegrade };

const CREDITS = [1, 0.75, 0.5, 0.25, 0] as const;

/** Lets the credit stand or changes it; either way the student reads why. */
export function RegradeAnswerForm({ ids, request, answer: send }: Props) {
  const { requestId, credit, suggested, revision, label } = request;
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState("");
  const { busy, message, failed, act } = useAct();
  const current = credit ?? suggested;
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer: RegradeAnswer =
      chosen === ""
        ? { status: "declined", answer: words }
        : { status: "changed", answer: words, credit: Number(chosen), revision };
    const listed = event.currentTarget.closest("li");
    void act(
      "answer",
      () => send({ ...ids, requestId, answer }),
      () => void listed?.focus(),
    );
  }
  return (
    <form onSubmit={onSubmit} aria-label={`Answer ${label}`} className="grid gap-2">
      <Field label="Credit">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">It stays at {creditWords(current)}</option>
            {CREDITS.filter((one) => Math.abs(one - current) > 1e-6).map((one) => (
              <option key={one} value={one}>
                Change it to {creditWords(one)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Answer" hint="Markdown. The student reads it; your name is not shown.">
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={MAX_REASON}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        size="small"
        variant="primary"
        className="justify-self-start"
        disabled={words.trim() === ""}
        busyLabel={busy ? "Answering …" : undefined}
      >
        {chosen === "" ? "Answer, the credit stays" : "Answer and change the credit"}
      </Button>
      <StatusLine tone={failed ? "bad" : "neutral"}>{message}</StatusLine>
    </form>
  );
}
