"use client";
import { useState } from "react";
import type { ActionResult } from "@/lib/actions/result";

/** Asks the server something and keeps the answer; unlike useAct it changes nothing, so the page is not read again. */
export function useAsking<Output>() {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Output | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  async function ask(question: () => Promise<ActionResult<Output>>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setMessage(null);
    try {
      const result = await question();
      setAnswer(result.ok ? result.data : null);
      if (!result.ok) setMessage(result.message);
    } catch {
      setMessage("The server could not be reached. Check the connection and try again.");
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, answer, message, ask };
}
