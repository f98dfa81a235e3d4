"use client";

import { Button } from "@/components/ui/button";
import { type Conflict, openConflicts, type TextPlace } from "@/lib/interview/state";
import { useInterview, useInterviewState } from "../interview-context";

function Version({ title, removed, inserted }: { title: string; removed: string; inserted: string }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">{title}</p>
      {removed !== "" && (
        <p className="[overflow-wrap:anywhere]">
          took out <del className="bg-bad-soft whitespace-pre-wrap">{removed}</del>
        </p>
      )}
      {inserted !== "" && (
        <p className="[overflow-wrap:anywhere]">
          wrote <ins className="bg-good-soft whitespace-pre-wrap no-underline">{inserted}</ins>
        </p>
      )}
    </div>
  );
}

function Notice({ conflict }: { conflict: Extract<Conflict, { of: "text" }> }) {
  const { store } = useInterview();
  return (
    <section
      aria-label="Two edits met"
      className="grid gap-2 rounded-lg border border-warn/40 bg-warn-soft p-3 text-sm"
    >
      <p>
        The same words were changed in two tabs or on two devices. Both changes are in the text; please check
        it.
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        <Version title="One" {...conflict.first} />
        <Version title="The other" {...conflict.second} />
      </div>
      <div>
        <Button
          size="small"
          onClick={() => store.write({ kind: "conflict-resolved", conflictId: conflict.id })}
        >
          The text is right now
        </Button>
      </div>
    </section>
  );
}

/** Edits that met in this text and that nobody has looked at. Both texts are shown; none is dropped. */
export function ConflictNotices({ place }: { place: TextPlace }) {
  const conflicts = useInterviewState((state) => state.conflicts);
  const state = { conflicts };
  const here = openConflicts(state).filter(
    (conflict): conflict is Extract<Conflict, { of: "text" }> =>
      conflict.of === "text" && conflict.place === place,
  );
  return here.map((conflict) => <Notice key={conflict.id} conflict={conflict} />);
}
