"use client";

import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import { StatusLine } from "@/components/ui/status-line";
import { Table } from "@/components/ui/table";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import type { HistoryEntry } from "@/lib/data/grading/load-history";
import type { GradingActions } from "../grading-actions";
import { changeWords, KIND_WORDS } from "./history-words";

type Props = { ids: SubmissionIds; load: GradingActions["history"]; pointText: ReadonlyMap<string, string> };

const INSTANT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Who changed what, before and after; read anew each time it is opened. */
export function HistoryPanel({ ids, load, pointText }: Props) {
  const [entries, setEntries] = useState<HistoryEntry[] | null>(null);
  const [message, setMessage] = useState("");
  const { classId, assignmentId, submissionId } = ids;
  useEffect(() => {
    let isGone = false;
    load({ classId, assignmentId, submissionId })
      .then((result) => {
        if (isGone) return;
        if (result.ok) setEntries(result.data.entries);
        else setMessage(result.message);
      })
      .catch(() => !isGone && setMessage("The history cannot be loaded just now. Open this tab again."));
    return () => {
      isGone = true;
    };
  }, [load, classId, assignmentId, submissionId]);

  if (message) return <StatusLine tone="bad">{message}</StatusLine>;
  if (!entries) return <Spinner>Loading the history</Spinner>;
  if (entries.length === 0) return <p className="text-sm text-ink-2">Nothing has been decided here yet.</p>;
  return (
    <Table
      caption="Every change of this submission's grading, newest first"
      dense
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: "at", header: "When", cell: ({ atMs }) => <time>{INSTANT.format(atMs)}</time> },
        { key: "who", header: "Who", cell: ({ who }) => who ?? "account gone" },
        {
          key: "what",
          header: "What",
          className: "max-w-56",
          cell: ({ kind, pointId }) => (pointId ? (pointText.get(pointId) ?? pointId) : KIND_WORDS[kind]),
        },
        { key: "change", header: "Before and after", numeric: true, cell: (entry) => changeWords(entry) },
      ]}
    />
  );
}
