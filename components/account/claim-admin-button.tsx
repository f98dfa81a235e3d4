"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

type Props = { token: string; action: (input: { token: string }) => Promise<ActionResult<void>> };

export function ClaimAdminButton({ token, action }: Props) {
  const [outcome, setOutcome] = useState<{ ok: boolean; message: string } | null>(null);
  async function claim() {
    const result = await action({ token });
    setOutcome(
      result.ok
        ? { ok: true, message: "You are the administrator of this Shortlist." }
        : { ok: false, message: result.message },
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      {!outcome?.ok && (
        <Button variant="primary" onClick={claim}>
          Become the administrator
        </Button>
      )}
      <StatusLine tone={outcome?.ok ? "good" : "bad"}>{outcome?.message}</StatusLine>
    </div>
  );
}
