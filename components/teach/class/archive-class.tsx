"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormAction } from "@/components/account/use-form-action";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

type ArchiveClassProps = {
  classId: string;
  name: string;
  isArchived: boolean;
  archive: (input: { classId: string; isArchived: boolean }) => Promise<ActionResult<void>>;
  remove: DeleteClass;
};
type DeleteClass = (input: { classId: string; name: string }) => Promise<ActionResult<void>>;

function DeleteDialog({
  classId,
  name,
  remove,
  onClose,
}: {
  classId: string;
  name: string;
  remove: DeleteClass;
  onClose: () => void;
}) {
  const router = useRouter();
  const form = useFormAction(
    (input: { name: string }) => remove({ classId, name: input.name }),
    () => router.push("/classes"),
  );
  return (
    <form onSubmit={form.submit} className="grid gap-4" noValidate>
      <Field label={`The name of the class, to confirm: ${name}`} error={form.errorOf("name")} required>
        {(control) => <TextInput {...control} name="name" autoComplete="off" data-autofocus />}
      </Field>
      <StatusLine tone="bad">{form.message}</StatusLine>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" busyLabel={form.isBusy ? "Deleting …" : undefined}>
          Delete the class
        </Button>
      </div>
    </form>
  );
}

/** An archived class is read and not changed; only such a class can be deleted. */
export function ArchiveClass({ classId, name, isArchived, archive, remove }: ArchiveClassProps) {
  const { busy, message, failed, act } = useAct();
  const [isDeleting, setDeleting] = useState(false);
  const toggle = () =>
    act(
      "archive",
      () => archive({ classId, isArchived: !isArchived }),
      () => (isArchived ? "The class is open again." : "The class is archived."),
    );
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-sm text-ink-2">
        {isArchived
          ? "Its members read what is there, and nothing in it changes. Opened again, it goes on where it was. Deleting takes away its assignments, submissions and grades for good; the interviews stay with who took them."
          : "At the end of a term: its members still read everything, and nobody joins, hands in, grades or changes anything. It can be opened again, and only an archived class can be deleted."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={toggle} busyLabel={busy ? "One moment …" : undefined}>
          {isArchived ? "Open again" : "Archive the class"}
        </Button>
        {isArchived && (
          <Button variant="danger" onClick={() => setDeleting(true)}>
            Delete the class
          </Button>
        )}
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      <Dialog
        open={isDeleting}
        onClose={() => setDeleting(false)}
        title={`Delete ${name}?`}
        description="Its assignments, submissions, grades, roster and log are deleted at once and for good. Export the gradebook first if you need it."
      >
        <DeleteDialog {...{ classId, name, remove }} onClose={() => setDeleting(false)} />
      </Dialog>
    </div>
  );
}
