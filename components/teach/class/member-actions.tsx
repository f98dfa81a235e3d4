"use client";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { CLASS_ROLE_WORDS, CLASS_ROLES, type ClassRole } from "@/lib/classroom/roles";

type Target = { classId: string; userId: string };
export type MemberActionProps = {
  changeRole: (input: Target & { role: ClassRole }) => Promise<ActionResult<void>>;
  remove: (input: Target) => Promise<ActionResult<void>>;
  letIn: (input: Target) => Promise<ActionResult<void>>;
};

type ChangeMemberProps = Target & { name: string; role: ClassRole } & Pick<
    MemberActionProps,
    "changeRole" | "remove"
  >;

/** Change the role of one member, or remove them. */
export function ChangeMember({ classId, userId, name, role, changeRole, remove }: ChangeMemberProps) {
  const { busy, message, act } = useAct();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    return undefined;
  };
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get("role")) as ClassRole;
    void act("role", () => changeRole({ classId, userId, role: chosen }), close);
  }
  return (
    <>
      <Button size="small" variant="quiet" aria-label={`Change ${name}`} onClick={() => setOpen(true)}>
        Change
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={name}
        description="Instructors do everything; assistants read and grade; students take assignments. A change holds with the next request."
      >
        <form onSubmit={save} className="flex flex-wrap items-end gap-2" noValidate>
          <Field label="Role" className="min-w-40 flex-1">
            {(control) => (
              <Select {...control} name="role" defaultValue={role} data-autofocus>
                {CLASS_ROLES.map((each) => (
                  <option key={each} value={each}>
                    {CLASS_ROLE_WORDS[each]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" variant="primary" busyLabel={busy === "role" ? "Saving …" : undefined}>
            Save
          </Button>
        </form>
        <StatusLine tone="bad">{message}</StatusLine>
        <div className="grid gap-2 border-t border-line pt-4">
          <p className="text-sm text-ink-2">
            Who is removed sees nothing of the class any more. Their work stays with the staff, and the code
            does not let them in until an instructor does.
          </p>
          <Button
            variant="danger"
            className="justify-self-start"
            onClick={() => act("remove", () => remove({ classId, userId }), close)}
            busyLabel={busy === "remove" ? "Removing …" : undefined}
          >
            Remove from the class
          </Button>
        </div>
      </Dialog>
    </>
  );
}

type PressProps = { label: string; press: () => Promise<ActionResult<void>>; children: string };

/** A row's one press: it says what went wrong beside itself. */
export function RowPress({ label, press, children }: PressProps) {
  const { busy, message, failed, act } = useAct();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        size="small"
        variant="quiet"
        aria-label={label}
        onClick={() => act("press", press)}
        busyLabel={busy ? "One moment …" : undefined}
      >
        {children}
      </Button>
      <StatusLine tone={failed ? "bad" : "good"} className="empty:hidden">
        {message}
      </StatusLine>
    </span>
  );
}
