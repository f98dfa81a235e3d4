"use client";

import { type FormEvent, useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { MAX_REASON } from "@/lib/classroom/feedback/regrade";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";

export type Asking = {
  ids: SubmissionIds;
  ask: (input: SubmissionIds & { pointId: string; reason: string }) => Promise<ActionResult<void>>;
};

/** Asks the graders to look at a point again, once, with a reason. */
export function RegradeForm({ pointId, asking: { ids, ask } }: { pointId: string; asking: Asking }) {
  const [reason, setReason] = useState("");
  const { busy, message, failed, act } = useAct();
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const point = event.currentTarget.closest("li");
    void act(
      "ask",
      () => ask({ ...ids, pointId, reason }),
      () => void point?.focus(),
    );
  }
  return (
    <Disclosure summary="Ask to look again" className="print:hidden">
      <form onSubmit={onSubmit} className="grid max-w-xl gap-2">
        <Field
          label="What was overlooked?"
          hint="Quote the words that make the point. You can ask once about each point."
          error={failed ? message : null}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={MAX_REASON}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          size="small"
          className="justify-self-start"
          disabled={reason.trim() === ""}
          busyLabel={busy ? "Asking …" : undefined}
        >
          Ask the graders
        </Button>
        <StatusLine>{failed ? null : message}</StatusLine>
      </form>
    </Disclosure>
  );
}
