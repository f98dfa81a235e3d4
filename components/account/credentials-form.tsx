"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { useFormAction } from "./use-form-action";

type Action = (input: { name: string; email: string; password: string }) => Promise<ActionResult<void>>;
type SignInAction = (input: { email: string; password: string }) => Promise<ActionResult<void>>;

type Props =
  | { purpose: "sign-in"; action: SignInAction; next: string }
  | { purpose: "sign-up"; action: Action; next: string };

/** Sign in, or make an account. Password managers and pasting work; nothing has to be remembered or repeated. */
export function CredentialsForm({ purpose, action, next }: Props) {
  const router = useRouter();
  const isNew = purpose === "sign-up";
  const form = useFormAction<void>(action, () => {
    window.dispatchEvent(new Event("viewer-changed"));
    router.push(next);
    router.refresh();
  });
  return (
    <form onSubmit={form.submit} className="grid gap-4" noValidate>
      {isNew && (
        <Field
          label="Name"
          hint="Shown beside your work, for example to an instructor."
          error={form.errorOf("name")}
          required
        >
          {(control) => <TextInput {...control} name="name" autoComplete="name" maxLength={80} />}
        </Field>
      )}
      <Field label="Email" error={form.errorOf("email")} required>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            spellCheck={false}
          />
        )}
      </Field>
      <Field
        label="Password"
        hint={isNew ? "At least 10 characters." : undefined}
        error={form.errorOf("password")}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="password"
            type="password"
            autoComplete={isNew ? "new-password" : "current-password"}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busyLabel={form.isBusy ? "One moment …" : undefined}>
        {isNew ? "Make the account" : "Sign in"}
      </Button>
      <StatusLine tone="bad">{form.message}</StatusLine>
    </form>
  );
}
