"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/actions/result";

const UNREACHABLE: ActionFailure = {
  ok: false,
  code: "unavailable",
  message: "The server could not be reached. Check the connection and try again.",
};

/**
 * Presses that change something: one at a time, then the page is read anew. `busy` names the press that is under way, so
 * that of many rows only its own button says so.
 */
export function useAct() {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  async function act<Output>(
    name: string,
    action: () => Promise<ActionResult<Output>>,
    onDone?: (data: Output) => string | undefined,
  ): Promise<void> {
    if (busy !== null) return;
    setBusy(name);
    setMessage(null);
    const result = await action().catch(() => UNREACHABLE);
    setBusy(null);
    setFailed(!result.ok);
    if (!result.ok) return setMessage(result.message);
    setMessage(onDone?.(result.data) ?? null);
    router.refresh();
  }
  return { busy, message, failed, act };
}
