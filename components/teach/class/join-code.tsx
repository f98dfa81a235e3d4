"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { formatJoinCode } from "@/lib/classroom/join-code";
import type { JoinState } from "@/lib/data/class/load-overview";

/** The code as it is written on a board, and the link that brings it along. */
export function JoinCode({ join, timeZone }: { join: JoinState; timeZone: string }) {
  const [message, setMessage] = useState<string | null>(null);
  const { code, expiresAt, limit, uses, isRosterOnly } = join;
  async function copy() {
    if (code === null) return;
    const link = `${window.location.origin}/classes/join#${formatJoinCode(code)}`;
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    setMessage(isCopied ? "Copied." : `The browser did not let us copy. The link is ${link}`);
  }
  return (
    <section aria-labelledby="join-code" className="grid gap-2 rounded-lg border border-line bg-raised p-4">
      <h2 id="join-code" className="text-sm font-semibold">
        Class code
      </h2>
      {code === null ? (
        <p className="text-sm text-ink-2">Switched off: nobody can join.</p>
      ) : (
        <>
          <p className="font-mono text-2xl tracking-wider select-all" data-class-code>
            {formatJoinCode(code)}
          </p>
          <p className="text-sm text-ink-2">
            {[
              limit === null ? `${uses} joined with it` : `${uses} of ${limit} uses taken`,
              expiresAt && `until ${dateWords(expiresAt.getTime(), timeZone)}`,
              isRosterOnly && "only who is on the roster",
            ]
              .filter(Boolean)
              .join(", ")}
          </p>
          <Button size="small" className="justify-self-start" onClick={copy}>
            Copy the link
          </Button>
        </>
      )}
      <StatusLine className="break-all empty:hidden">{message}</StatusLine>
    </section>
  );
}
