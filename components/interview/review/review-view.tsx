"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import { Table } from "@/components/ui/table";
import { useNow } from "../clock/use-now";
import { useInterview, useInterviewState } from "../interview-context";
import { pathAfter } from "../path-after";
import { reviewNotes, reviewRows } from "./review-rows";

const FLUSH_PATIENCE_MS = 20_000;

/** Before submitting: what is empty, how the time went, and the one step that cannot be taken back. */
export function ReviewView({ onBack }: { onBack: () => void }) {
  const { store, actions, loaded } = useInterview();
  const router = useRouter();
  const state = useInterviewState((current) => current);
  const nowMs = useNow();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function submit() {
    setBusy(true);
    setProblem("");
    try {
      if (!(await store.flush(FLUSH_PATIENCE_MS))) {
        setProblem("Some of your text has not reached the server yet. Check the connection and try again.");
        return;
      }
      const result = await actions.submit({ interviewId: loaded.id });
      if (result.ok) router.push(pathAfter(loaded));
      else setProblem(result.message);
    } catch {
      setProblem("The server is out of reach. Your text is kept on this device; try again in a moment.");
    } finally {
      setBusy(false);
    }
  }

  const rows = reviewRows(state, nowMs);
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 overflow-y-auto px-4 py-8">
      <div className="grid gap-2">
        <h2 ref={heading} tabIndex={-1} className="font-serif text-2xl font-semibold outline-none">
          Review before you submit
        </h2>
        <p className="text-ink-2">After submitting nothing can be changed, and the report is made.</p>
      </div>
      <Table
        caption="What the answer holds"
        hideCaption
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: "name", header: "Part", rowHeader: true, cell: (row) => row.name },
          {
            key: "content",
            header: "Content",
            cell: (row) => <span className={row.isEmpty ? "text-warn" : ""}>{row.content}</span>,
          },
          { key: "time", header: "Time (min:s)", numeric: true, cell: (row) => row.time },
        ]}
      />
      {reviewNotes(state, nowMs).length > 0 && (
        <ul className="grid list-disc gap-1 pl-5 text-sm">
          {reviewNotes(state, nowMs).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busyLabel={isBusy ? "Submitting" : undefined} onClick={submit}>
          Submit the interview
        </Button>
        <Button onClick={onBack}>Back to the interview</Button>
      </div>
      <StatusLine tone="bad">{problem}</StatusLine>
    </div>
  );
}
