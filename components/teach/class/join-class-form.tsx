"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useFormAction } from "@/components/account/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { forgetCode, takeCode } from "./kept-code";

type JoinClassFormProps = {
  join: (input: { code: string }) => Promise<ActionResult<{ classId: string }>>;
};

/** The code is sent with the press of the button, in the body of a POST, and only then. */
export function JoinClassForm({ join }: JoinClassFormProps) {
  const router = useRouter();
  const [code, setCode] = useState("");
  const form = useFormAction(join, ({ classId }) => {
    forgetCode();
    router.push(`/classes/${classId}`);
  });
  useEffect(() => setCode(takeCode()), []);
  return (
    <form onSubmit={form.submit} className="grid max-w-md gap-2" noValidate>
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Class code" className="min-w-40 flex-1" error={form.errorOf("code")}>
          {(control) => (
            <TextInput
              {...control}
              name="code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              placeholder="XXXX-XXXX"
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="font-mono tracking-wide uppercase"
            />
          )}
        </Field>
        <Button type="submit" busyLabel={form.isBusy ? "Joining …" : undefined}>
          Join
        </Button>
      </div>
      <StatusLine tone="bad">{form.message}</StatusLine>
    </form>
  );
}
