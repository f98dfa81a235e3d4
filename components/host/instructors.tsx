"use client";
import { useState } from "react";
import { useFormAction } from "@/components/account/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { FoundAccount } from "@/lib/data/host/give-role";

type InstructorsProps = {
  /** Whether the setting lets every account make classes, so that the role opens nothing more. */
  isOpenToAll: boolean;
  find: (input: { email: string }) => Promise<ActionResult<FoundAccount>>;
  give: (input: { userId: string; role: "candidate" | "instructor" }) => Promise<ActionResult<FoundAccount>>;
};

function Account({
  account,
  give,
  onDone,
}: { account: FoundAccount; onDone: (account: FoundAccount) => void } & Pick<InstructorsProps, "give">) {
  const isInstructor = account.role === "instructor";
  const form = useFormAction(
    () => give({ userId: account.userId, role: isInstructor ? "candidate" : "instructor" }),
    onDone,
  );
  return (
    <form onSubmit={form.submit} className="grid gap-2 rounded-lg border border-line p-4">
      <p>
        <span className="font-medium">{account.name}</span>{" "}
        <span className="text-ink-2">
          {account.email}, {account.role}
        </span>
      </p>
      {account.role === "admin" ? (
        <p className="text-sm text-ink-2">An administrator makes classes in any case.</p>
      ) : (
        <Button
          type="submit"
          className="justify-self-start"
          busyLabel={form.isBusy ? "One moment …" : undefined}
        >
          {isInstructor ? "Take the role of an instructor" : "Give the role of an instructor"}
        </Button>
      )}
      <StatusLine tone="bad">{form.message}</StatusLine>
    </form>
  );
}

/** Who may make classes, one account at a time. */
export function Instructors({ isOpenToAll, find, give }: InstructorsProps) {
  const [account, setAccount] = useState<FoundAccount | null>(null);
  const form = useFormAction(find, setAccount);
  return (
    <div className="grid max-w-xl gap-4">
      <p className="text-sm text-ink-2">
        {isOpenToAll
          ? "Everybody with an account makes classes here. With WHO_MAKES_CLASSES=instructors only whom you give the role does."
          : "Only accounts with the role of an instructor, and administrators, make classes here (WHO_MAKES_CLASSES=instructors)."}{" "}
        Who loses the role keeps the classes they have.
      </p>
      <form onSubmit={form.submit} className="flex flex-wrap items-end gap-2" noValidate>
        <Field label="Email of the account" className="min-w-60 flex-1" error={form.errorOf("email")}>
          {(control) => (
            <TextInput {...control} name="email" type="email" autoComplete="off" spellCheck={false} />
          )}
        </Field>
        <Button type="submit" busyLabel={form.isBusy ? "Looking …" : undefined}>
          Find
        </Button>
      </form>
      <StatusLine tone="bad">{form.message}</StatusLine>
      {account && (
        <Account
          key={`${account.userId} ${account.role}`}
          account={account}
          give={give}
          onDone={setAccount}
        />
      )}
    </div>
  );
}
