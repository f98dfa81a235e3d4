"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { SEAT_WORDS } from "@/lib/interview/seat/words";
import { useInterview, useSnapshot } from "../interview-context";

const UNREACHED = "The server could not be reached. Check the connection and try again.";

/** The link as an address. The token stands behind #, which browsers send to no server and into no log. */
const addressOf = (token: string): string => `${window.location.origin}/seat#${token}`;

function useInvitation() {
  const { store, actions, loaded } = useInterview();
  const [address, setAddress] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  const [isBusy, setBusy] = useState(false);
  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    const result = await work().catch(() => null);
    if (result === null) setMessage(UNREACHED);
    setBusy(false);
    // The line above the conversation follows at once.
    store.hurry();
    return result;
  }
  async function invite() {
    const result = await run(() => actions.invitePartner({ interviewId: loaded.id }));
    if (!result) return;
    if (!result.ok) return setMessage(result.message);
    setAddress(addressOf(result.data.token));
    setMessage("Copy the address now; it is shown only this once.");
  }
  async function end() {
    const result = await run(() => actions.endSeat({ interviewId: loaded.id }));
    if (!result) return;
    setAddress(null);
    setMessage(
      result.ok ? "The link no longer works, and nobody sits in the interviewer's seat." : result.message,
    );
  }
  return { address, message, isBusy, invite, end };
}

function Invitation({ isCoach }: { isCoach: boolean }) {
  const seat = useSnapshot((snapshot) => snapshot.seat);
  const { address, message, isBusy, invite, end } = useInvitation();
  return (
    <div className="grid gap-4 text-sm">
      <p>
        Whoever opens the link first sits in the interviewer's seat. They get the script, the facts and a
        scoring sheet, and see your answer, board and conversation, not your notes. They need no account.
      </p>
      <p className="text-ink-2">
        {isCoach
          ? "The clock runs; “Pause” stops it until your partner is there."
          : "The clock runs, and an exam cannot be paused."}{" "}
        Until they come, and whenever they go, the scripted interviewer asks.
      </p>
      {seat && <p data-seat={seat}>{SEAT_WORDS[seat]}.</p>}
      {address && (
        <Field label="Address of the link">
          {(control) => (
            <TextInput {...control} readOnly value={address} onFocus={(event) => event.target.select()} />
          )}
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant={seat ? "secondary" : "primary"}
          data-autofocus
          busyLabel={isBusy ? "One moment" : undefined}
          onClick={invite}
        >
          {seat ? "Make a new link instead" : "Make a link"}
        </Button>
        {seat && (
          <Button variant="danger" onClick={end} busyLabel={isBusy ? "One moment" : undefined}>
            {seat === "offered" ? "Revoke the link" : "End the partner's part"}
          </Button>
        )}
      </div>
      <StatusLine>{message}</StatusLine>
    </div>
  );
}

/** Offers the interviewer's seat to somebody else, by a link. */
export function InvitePartner({ startsOpen }: { startsOpen: boolean }) {
  const { loaded } = useInterview();
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<UserPlus size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Invite a partner
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Invite a partner">
        <Invitation isCoach={loaded.mode === "coach"} />
      </Dialog>
    </>
  );
}
