"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

type TakeSeatProps = { take: (input: { token: string }) => Promise<ActionResult<{ seatId: string }>> };

/** The token stands behind #: it reaches the server with the press of the button, in the body of a POST, and only then. */
export function TakeSeat({ take }: TakeSeatProps) {
  const router = useRouter();
  const [token, setToken] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => setToken(window.location.hash.slice(1)), []);

  async function sit() {
    if (!token) return;
    setBusy(true);
    setProblem("");
    const result = await take({ token }).catch(() => null);
    // Replaced, so that the address with the token is not in the browser's history.
    if (result?.ok) return router.replace(`/seat/${result.data.seatId}`);
    setProblem(result?.message ?? "The server could not be reached. Check the connection and try again.");
    setBusy(false);
  }
  if (token === "")
    return (
      <p>This address is not whole: the part behind # is missing. Ask the candidate for the link again.</p>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        variant="primary"
        size="large"
        onClick={sit}
        disabled={token === null}
        busyLabel={isBusy ? "Taking the seat" : undefined}
      >
        Take the seat
      </Button>
      <StatusLine tone="bad">{problem}</StatusLine>
    </div>
  );
}
