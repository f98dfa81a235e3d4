"use client";
import { useRouter } from "next/navigation";
import { useFormAction } from "@/components/account/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { AbandonedClass } from "@/lib/data/host/abandoned-classes";

type NameInstructor = (input: { classId: string; email: string }) => Promise<ActionResult<void>>;

function NameForm({ classId, name, save }: { classId: string; name: string; save: NameInstructor }) {
  const router = useRouter();
  const form = useFormAction(
    (input: { email: string }) => save({ classId, email: input.email }),
    () => router.refresh(),
  );
  return (
    <form onSubmit={form.submit} className="grid gap-2" noValidate>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={`Email of the new instructor of ${name}`}
          className="min-w-60 flex-1"
          error={form.errorOf("email")}
        >
          {(control) => (
            <TextInput {...control} name="email" type="email" autoComplete="off" spellCheck={false} />
          )}
        </Field>
        <Button type="submit" busyLabel={form.isBusy ? "One moment …" : undefined}>
          Name
        </Button>
      </div>
      <StatusLine tone="bad">{form.message}</StatusLine>
    </form>
  );
}

/** The one thing an administrator does in a class: when its instructors are gone, name a new one. */
export function AbandonedClasses({
  classes,
  save,
}: {
  classes: readonly AbandonedClass[];
  save: NameInstructor;
}) {
  if (classes.length === 0)
    return <p className="text-sm text-ink-2">Every class has an instructor. There is nothing to do.</p>;
  return (
    <ul className="grid max-w-xl gap-6">
      {classes.map(({ classId, name, members }) => (
        <li key={classId} className="grid gap-2">
          <p>
            <span className="font-medium">{name}</span>{" "}
            <span className="text-ink-2">
              {members} {members === 1 ? "member" : "members"}
            </span>
          </p>
          <NameForm {...{ classId, name, save }} />
        </li>
      ))}
    </ul>
  );
}
