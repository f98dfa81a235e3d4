"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/actions/result";

/** Saves an entry and reads the page anew; what was typed stays when it fails, with the reason of each field. */
export function useSaving(onDone: () => void) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  async function save(action: () => Promise<ActionResult<{ id: string }>>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setMessage(null);
    try {
      const result = await action();
      if (result.ok) {
        onDone();
        router.refresh();
      } else {
        const reasons = Object.values(result.fieldErrors ?? {}).flat();
        setMessage([result.message, ...new Set(reasons)].join(" "));
      }
    } catch {
      setMessage("The server could not be reached. Check the connection and try again.");
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, message, save };
}
