"use client";
import { useRouter } from "next/navigation";
import { useFormAction } from "@/components/account/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { ZoneSelect } from "./zone-select";

type CreateClassFormProps = {
  zones: readonly string[];
  create: (input: { name: string; timeZone: string }) => Promise<ActionResult<{ classId: string }>>;
};

export function CreateClassForm({ zones, create }: CreateClassFormProps) {
  const router = useRouter();
  const form = useFormAction(create, ({ classId }) => router.push(`/classes/${classId}`));
  return (
    <form onSubmit={form.submit} className="grid max-w-md gap-5" noValidate>
      <Field
        label="Name"
        hint="For example the course and the term. Everybody in the class sees it."
        error={form.errorOf("name")}
        required
      >
        {(control) => <TextInput {...control} name="name" maxLength={100} autoComplete="off" />}
      </Field>
      <ZoneSelect zones={zones} chosen={null} error={form.errorOf("timeZone")} />
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        busyLabel={form.isBusy ? "Making the class …" : undefined}
      >
        Make the class
      </Button>
      <StatusLine tone="bad">{form.message}</StatusLine>
    </form>
  );
}
