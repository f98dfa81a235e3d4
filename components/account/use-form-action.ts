"use client";
import { type FormEvent, useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/actions/result";

/** Sends a form to a server action: one request at a time, errors kept beside their fields, what was typed stays. */
export function useFormAction<Output>(
  action: (input: never) => Promise<ActionResult<Output>>,
  onDone: (data: Output) => void,
) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const input = Object.fromEntries(new FormData(event.currentTarget));
    try {
      const result = await action(input as never);
      if (result.ok) onDone(result.data);
      else setFailure(result);
    } catch {
      setFailure({
        ok: false,
        code: "unavailable",
        message: "The server could not be reached. Check the connection and try again.",
      });
    } finally {
      setBusy(false);
    }
  }
  return {
    submit,
    isBusy,
    message: failure?.message ?? null,
    errorOf: (field: string) => failure?.fieldErrors?.[field]?.[0],
  };
}
