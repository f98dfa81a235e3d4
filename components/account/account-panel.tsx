"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { useFormAction } from "./use-form-action";

type PasswordAction = (input: {
  currentPassword: string;
  newPassword: string;
}) => Promise<ActionResult<void>>;
type DeleteAction = (input: { password: string }) => Promise<ActionResult<void>>;

export function ChangePasswordForm({ action }: { action: PasswordAction }) {
  const router = useRouter();
  const [done, setDone] = useState(false);
  const form = useFormAction<void>(action, () => {
    setDone(true);
    router.refresh();
  });
  return (
    <form onSubmit={form.submit} className="grid max-w-sm gap-4" noValidate>
      <Field label="Current password" error={form.errorOf("currentPassword")} required>
        {(control) => (
          <TextInput {...control} name="currentPassword" type="password" autoComplete="current-password" />
        )}
      </Field>
      <Field label="New password" hint="At least 10 characters." error={form.errorOf("newPassword")} required>
        {(control) => (
          <TextInput {...control} name="newPassword" type="password" autoComplete="new-password" />
        )}
      </Field>
      <Button type="submit" className="justify-self-start" busyLabel={form.isBusy ? "Changing …" : undefined}>
        Change password
      </Button>
      <StatusLine tone={form.message ? "bad" : "good"}>
        {form.message ?? (done ? "Password changed. Other devices are signed out." : null)}
      </StatusLine>
    </form>
  );
}

export function SignOutButton({
  action,
}: {
  action: (input: Record<string, never>) => Promise<ActionResult<void>>;
}) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  async function leave() {
    setBusy(true);
    await action({});
    window.dispatchEvent(new Event("viewer-changed"));
    router.push("/");
    router.refresh();
  }
  return (
    <Button onClick={leave} busyLabel={isBusy ? "Signing out …" : undefined}>
      Sign out
    </Button>
  );
}

export function DeleteAccount({ action }: { action: DeleteAction }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const form = useFormAction<void>(action, () => {
    window.dispatchEvent(new Event("viewer-changed"));
    router.push("/");
    router.refresh();
  });
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete account
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Delete this account?"
        description="Your interviews, answers, reports and share links are deleted at once and for good. There is no copy."
      >
        <form onSubmit={form.submit} className="grid gap-4" noValidate>
          <Field label="Your password, to confirm" error={form.errorOf("password")} required>
            {(control) => (
              <TextInput {...control} name="password" type="password" autoComplete="current-password" />
            )}
          </Field>
          <StatusLine tone="bad">{form.message}</StatusLine>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button type="submit" variant="danger" busyLabel={form.isBusy ? "Deleting …" : undefined}>
              Delete everything
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
