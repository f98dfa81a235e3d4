"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormAction } from "@/components/account/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { ZoneSelect } from "./zone-select";

type ChangeClassFormProps = {
  classId: string;
  name: string;
  timeZone: string;
  zones: readonly string[];
  change: (input: { classId: string; name: string; timeZone: string }) => Promise<ActionResult<void>>;
};

export function ChangeClassForm({ classId, name, timeZone, zones, change }: ChangeClassFormProps) {
  const router = useRouter();
  const [isSaved, setSaved] = useState(false);
  const form = useFormAction(
    (input: { name: string; timeZone: string }) => {
      setSaved(false);
      return change({ classId, ...input });
    },
    () => {
      setSaved(true);
      router.refresh();
    },
  );
  return (
    <form onSubmit={form.submit} className="grid max-w-md gap-4" noValidate>
      <Field label="Name" error={form.errorOf("name")} required>
        {(control) => (
          <TextInput {...control} name="name" defaultValue={name} maxLength={100} autoComplete="off" />
        )}
      </Field>
      <ZoneSelect zones={zones} chosen={timeZone} error={form.errorOf("timeZone")} />
      <p className="text-sm text-ink-2">
        Another zone moves no due date: it changes how dates are shown and entered from now on.
      </p>
      <Button type="submit" className="justify-self-start" busyLabel={form.isBusy ? "Saving …" : undefined}>
        Save
      </Button>
      <StatusLine tone={form.message ? "bad" : "good"}>
        {form.message ?? (isSaved ? "Saved." : null)}
      </StatusLine>
    </form>
  );
}
