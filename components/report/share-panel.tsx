"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

export type ShareLinkRow = { id: string; expires: string };

type Props = {
  interviewId: string;
  links: ShareLinkRow[];
  create: (input: { interviewId: string; days: number }) => Promise<ActionResult<{ token: string }>>;
  revoke: (input: { linkId: string }) => Promise<ActionResult<void>>;
};

const DAYS = [1, 7, 30, 90];

/** A read-only link for a mentor or a colleague: it ends by itself and can be ended before. */
export function SharePanel({ interviewId, links, create, revoke }: Props) {
  const router = useRouter();
  const [days, setDays] = useState(7);
  const [address, setAddress] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  async function make() {
    const result = await create({ interviewId, days });
    if (!result.ok) return setMessage(result.message);
    setAddress(`${window.location.origin}/shared/${result.data.token}`);
    setMessage("Copy the address now; it is shown only this once.");
    router.refresh();
  }
  async function end(linkId: string) {
    const result = await revoke({ linkId });
    setMessage(result.ok ? "The link no longer works." : result.message);
    router.refresh();
  }
  return (
    <section aria-labelledby="share" className="grid max-w-xl gap-4 print:hidden">
      <h2 id="share" className="text-lg font-semibold">
        Share
      </h2>
      <p className="text-sm text-ink-2">
        Whoever holds the link can read this report, your answer included, and change nothing.
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Valid for" className="w-36">
          {(control) => (
            <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {DAYS.map((count) => (
                <option key={count} value={count}>
                  {count === 1 ? "1 day" : `${count} days`}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button onClick={make}>Make a link</Button>
      </div>
      {address && (
        <Field label="Address of the link">
          {(control) => (
            <TextInput {...control} readOnly value={address} onFocus={(event) => event.target.select()} />
          )}
        </Field>
      )}
      <StatusLine>{message}</StatusLine>
      {links.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {links.map((link) => (
            <li key={link.id} className="flex items-center justify-between gap-3 px-3 py-2 text-sm">
              valid until {link.expires}
              <Button
                size="small"
                aria-label={`Revoke the link valid until ${link.expires}`}
                onClick={() => end(link.id)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
