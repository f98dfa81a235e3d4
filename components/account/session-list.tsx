"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

export type SessionRow = { id: string; device: string; startedAt: string; isCurrent: boolean };

type Props = {
  sessions: SessionRow[];
  revoke: (input: { sessionId: string }) => Promise<ActionResult<void>>;
  revokeOthers: (input: Record<string, never>) => Promise<ActionResult<number>>;
};

/** Where the person is signed in. A revoked session is refused with its next request. */
export function SessionList({ sessions, revoke, revokeOthers }: Props) {
  const router = useRouter();
  const [message, setMessage] = useState<string | null>(null);
  async function run(work: () => Promise<ActionResult<unknown>>, done: string) {
    const result = await work();
    setMessage(result.ok ? done : result.message);
    router.refresh();
  }
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line rounded-md border border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5 text-sm"
          >
            <span>
              {session.device} {session.isCurrent && <Badge tone="accent">this device</Badge>}
              <span className="block text-ink-2">signed in {session.startedAt}</span>
            </span>
            {!session.isCurrent && (
              <Button
                size="small"
                aria-label={`Sign out ${session.device}, signed in ${session.startedAt}`}
                onClick={() => run(() => revoke({ sessionId: session.id }), "Signed out there.")}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="justify-self-start"
          onClick={() => run(() => revokeOthers({}), "All other devices are signed out.")}
        >
          Sign out everywhere else
        </Button>
      )}
      <StatusLine>{message}</StatusLine>
    </div>
  );
}
