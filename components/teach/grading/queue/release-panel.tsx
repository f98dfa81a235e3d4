"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { Queue } from "@/lib/data/grading/load-queue";
import { formatWithNoun } from "@/lib/framework/units";
import type { ReleaseActions } from "../grading-actions";

type Ids = { classId: string; assignmentId: string };
type Props = { queue: Queue; ids: Ids; actions: ReleaseActions };

const undecidedPoints = ({ progress }: Queue): number =>
  progress.reduce((sum, { points, decided }) => sum + points - decided, 0);

/** Sends one change and says what became of it. */
function useSending() {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [said, say] = useState<{ tone: "good" | "bad"; text: string } | null>(null);
  async function send<Output>(run: () => Promise<ActionResult<Output>>, words: (output: Output) => string) {
    setBusy(true);
    const result = await run().catch(() => null);
    setBusy(false);
    if (!result) say({ tone: "bad", text: "The server cannot be reached. Nothing was changed; try again." });
    else if (!result.ok) say({ tone: "bad", text: result.message });
    else {
      say({ tone: "good", text: words(result.data) });
      router.refresh();
    }
  }
  return { isBusy, said, send };
}

function ReleaseDialog({
  queue,
  ids,
  actions,
  sending,
  onClose,
}: Props & {
  sending: ReturnType<typeof useSending>;
  onClose: () => void;
}) {
  const [takesSuggestions, setTakes] = useState(false);
  const undecided = undecidedPoints(queue);
  const { submitted, missing, pending } = queue.handedIn;
  async function release() {
    onClose();
    await sending.send(
      () => actions.release({ ...ids, takesSuggestions }),
      ({ released }) => `Released: ${formatWithNoun(released, "student")} can see their grade.`,
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Release the grades?"
      description={`${formatWithNoun(submitted, "student")} who handed in will see their grade and your remarks, all at once.`}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" disabled={undecided > 0 && !takesSuggestions} onClick={release}>
            Release all
          </Button>
        </>
      }
    >
      <ul className="list-disc pl-5 text-sm">
        {missing > 0 && <li>{formatWithNoun(missing, "student")} who handed in nothing will get 0 %.</li>}
        {pending > 0 && (
          <li>{formatWithNoun(pending, "student")} can still hand in and will have no grade yet.</li>
        )}
        <li>
          You can withdraw them again; a later change of a point changes the released grade, and is logged.
        </li>
        {queue.assignment.isHidden && <li>Names are shown to the staff from then on.</li>}
      </ul>
      {undecided > 0 && (
        <Checkbox
          label={`Let ${formatWithNoun(undecided, "undecided point")} take the machine's suggestion`}
          hint="Nobody has looked at them. They stay marked as undecided."
          checked={takesSuggestions}
          onChange={(event) => setTakes(event.target.checked)}
        />
      )}
    </Dialog>
  );
}

/** Whether students see their grades, and the instructor's way to change that. */
export function ReleasePanel(props: Props) {
  const { queue, ids, actions } = props;
  const sending = useSending();
  const [isAsking, setAsking] = useState(false);
  const { gradesReleasedAtMs, isAnonymous } = queue.assignment;
  const isOut = gradesReleasedAtMs !== null;
  const undecided = undecidedPoints(queue);
  const busyLabel = sending.isBusy ? (isOut ? "Withdrawing…" : "Releasing…") : undefined;
  return (
    <section
      aria-labelledby="release-title"
      className="grid content-start gap-2 self-start rounded-lg border border-line p-4"
    >
      <h2 id="release-title" className="font-semibold">
        {isOut ? "Grades are released" : "Grades are not released"}
      </h2>
      <p className="text-sm text-ink-2">
        {isOut
          ? `Students see them since ${dateWords(gradesReleasedAtMs, queue.timeZone)}.`
          : "Students see nothing of the grading yet."}
        {isAnonymous && !isOut && " Names are hidden until then."}
      </p>
      {queue.role === "instructor" ? (
        <p className="flex flex-wrap gap-2">
          {!isOut && (
            <Button
              variant={undecided === 0 ? "primary" : "secondary"}
              busyLabel={busyLabel}
              onClick={() => setAsking(true)}
            >
              Release grades…
            </Button>
          )}
          {isOut && (
            <>
              <Button
                busyLabel={busyLabel}
                onClick={() =>
                  sending.send(
                    () => actions.withdraw(ids),
                    ({ withdrawn }) => `Withdrawn: ${withdrawn} grades are hidden again.`,
                  )
                }
              >
                Withdraw
              </Button>
              <Button onClick={() => setAsking(true)}>Release what is new…</Button>
            </>
          )}
        </p>
      ) : (
        <p className="text-sm text-ink-2">An instructor releases them.</p>
      )}
      <StatusLine tone={sending.said?.tone ?? "neutral"}>{sending.said?.text}</StatusLine>
      {isAsking && <ReleaseDialog {...props} sending={sending} onClose={() => setAsking(false)} />}
    </section>
  );
}
