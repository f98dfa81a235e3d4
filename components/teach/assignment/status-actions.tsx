"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { AssignmentStatus } from "@/lib/data/assignment/change-status";

type Ids = { classId: string; assignmentId: string };
export type StatusActionsGiven = {
  setStatus: (input: Ids & { revision: number; status: AssignmentStatus }) => Promise<ActionResult<void>>;
  duplicate: (input: Ids) => Promise<ActionResult<{ assignmentId: string }>>;
  remove: (input: Ids) => Promise<ActionResult<void>>;
};
type StatusActionsProps = {
  ids: Ids;
  title: string;
  status: AssignmentStatus;
  revision: number;
  hasStarted: boolean;
  actions: StatusActionsGiven;
};

/** Publish, take back, duplicate and delete. What cannot be done any more is not offered. */
export function StatusActions({ ids, title, status, revision, hasStarted, actions }: StatusActionsProps) {
  const router = useRouter();
  const { busy, message, failed, act } = useAct();
  const [isDeleting, setDeleting] = useState(false);
  const list = `/classes/${ids.classId}/assignments`;
  const change = (next: AssignmentStatus, done: string) =>
    act(
      next,
      () => actions.setStatus({ ...ids, revision, status: next }),
      () => done,
    );
  const duplicate = () =>
    act(
      "duplicate",
      () => actions.duplicate(ids),
      ({ assignmentId }) => {
        router.push(`${list}/${assignmentId}/edit`);
        return undefined;
      },
    );
  const remove = () =>
    act(
      "delete",
      () => actions.remove(ids),
      () => {
        router.push(list);
        return undefined;
      },
    );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {status === "draft" && (
          <Button
            variant="primary"
            busyLabel={busy === "published" ? "Publishing" : undefined}
            onClick={() => change("published", "Published.")}
          >
            Publish
          </Button>
        )}
        {status === "published" && !hasStarted && (
          <Button
            busyLabel={busy === "draft" ? "Taking back" : undefined}
            onClick={() => change("draft", "It is a draft again.")}
          >
            Back to draft
          </Button>
        )}
        <Button busyLabel={busy === "duplicate" ? "Duplicating" : undefined} onClick={duplicate}>
          Duplicate
        </Button>
        {status === "draft" && (
          <Button variant="danger" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        )}
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      <Dialog
        open={isDeleting}
        onClose={() => setDeleting(false)}
        title={`Delete ${title}?`}
        description="The draft and its extensions are deleted for good."
        footer={
          <>
            <Button onClick={() => setDeleting(false)}>Keep it</Button>
            <Button variant="danger" busyLabel={busy === "delete" ? "Deleting" : undefined} onClick={remove}>
              Delete the draft
            </Button>
          </>
        }
      />
    </div>
  );
}
