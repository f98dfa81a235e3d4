"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

export type AskAgain = (input: { interviewId: string }) => Promise<ActionResult<void>>;

/** Asks for the stages that were not read. The page then shows how far the reading is. */
export function ReadAgain({ interviewId, ask }: { interviewId: string; ask: AskAgain }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  async function askAgain() {
    setBusy(true);
    const result = await ask({ interviewId });
    setBusy(false);
    setMessage(result.ok ? null : result.message);
    if (result.ok) router.refresh();
  }
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <Button size="small" onClick={askAgain} busyLabel={isBusy ? "Asking …" : undefined}>
        Read what was not read
      </Button>
      <StatusLine tone="bad">{message}</StatusLine>
    </div>
  );
}
