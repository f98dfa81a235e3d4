"use client";
import { useState } from "react";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { GATE_WORDS, percent } from "@/lib/grading/report/words";
import type { PointGrade } from "@/lib/grading/types";
import type { Editing } from "./content-actions";
import { useAsking } from "./use-asking";

function Outcome({ grade }: { grade: PointGrade }) {
  const { verdict, credit, receipt, gate, misconception } = grade;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <VerdictBadge verdict={verdict} />
        <span className="tabular-nums">{percent(credit)} of the point</span>
      </p>
      {receipt && (
        <blockquote className="border-l-2 border-accent pl-3 font-serif [overflow-wrap:anywhere] text-ink-2">
          “{receipt.quote}”
        </blockquote>
      )}
      {gate && receipt && <p className="text-warn">{GATE_WORDS[gate]}</p>}
      {misconception && <p className="text-bad">Reads like a misconception: {misconception.feedback}</p>}
    </div>
  );
}

/** An answer and what the grader makes of it for one point, with the words that earn it. */
export function TryPoint({ editing, pointId }: { editing: Editing; pointId: string }) {
  const [answer, setAnswer] = useState("");
  const { isBusy, answer: grade, message, ask } = useAsking<PointGrade>();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask(() => editing.actions.tryPoint({ ...editing.of, pointId, answer }));
      }}
    >
      <Field label="Try an answer" hint="As a student would write it, for this stage.">
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={8_000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          size="small"
          disabled={answer.trim() === ""}
          busyLabel={isBusy ? "Grading …" : undefined}
        >
          Grade it
        </Button>
        <StatusLine tone={message ? "bad" : "neutral"}>
          {message ?? (grade ? "Graded as the class has the case now." : null)}
        </StatusLine>
      </div>
      {grade && <Outcome grade={grade} />}
    </form>
  );
}
