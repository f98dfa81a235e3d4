"use client";

import Link from "next/link";
import { useOwnZone } from "@/components/teach/assignment/use-own-zone";
import { dateWords, dateWordsForReader } from "@/lib/classroom/dates/date-words";
import { assignmentPath } from "@/lib/classroom/paths";
import { useInterview, useInterviewState } from "./interview-context";

/** Which assignment this is for, and its two ends: the candidate's own time, and the dates of the assignment. */
export function AssignedLine() {
  const { loaded } = useInterview();
  const deadlineAtMs = useInterviewState((state) => state.deadlineAtMs);
  const latestEndMs = useInterviewState((state) => state.latestEndMs);
  const isPaused = useInterviewState((state) => state.status === "paused");
  const zone = useOwnZone();
  if (!loaded.assignment) return null;
  const { classId, assignmentId, className, title, timeZone, dueAtMs, closesAtMs } = loaded.assignment;
  const inWords = (atMs: number) =>
    zone ? dateWordsForReader(atMs, timeZone, zone) : dateWords(atMs, timeZone);
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-2">
      <span>
        For{" "}
        <Link
          href={assignmentPath(classId, assignmentId)}
          className="font-medium text-ink underline underline-offset-2"
        >
          {title}
        </Link>{" "}
        in {className}.
      </span>
      <span>
        Due {inWords(dueAtMs)}
        {closesAtMs > dueAtMs && `; accepted late until ${inWords(closesAtMs)}`}.
      </span>
      {zone && !isPaused && (
        <span>
          This attempt ends {dateWords(deadlineAtMs, zone)}
          {deadlineAtMs === latestEndMs && ", because the assignment closes then"}.
        </span>
      )}
    </p>
  );
}
