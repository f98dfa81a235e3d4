"use client";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { StatusLine } from "@/components/ui/status-line";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { FactEntry } from "@/lib/classroom/class-content/outline";
import type { Editing } from "./content-actions";
import { EntryButtons, ProblemList, StateBadge } from "./entry-parts";
import { FactForm } from "./fact-form";

type Props = { editing: Editing; fact: FactEntry; problems: readonly ContentProblem[] };

/** One fact as the interviewer of the class knows it; an instructor edits it where it stands. */
export function FactRow({ editing, fact, problems }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { busy, message, failed, act } = useAct();
  const { of, mayEdit, actions } = editing;
  const { id, revision, state, wording, topic, fixedPhrasings } = fact;
  const [question, ...others] = wording.phrasings;
  const leaveOut = () =>
    act("leave-out", () => {
      const { answer, ifNeverAsked, phrasings } = wording;
      const alsoAskedAs = phrasings.slice(fixedPhrasings);
      const content = { kind: "changed" as const, isKnown: false, answer, ifNeverAsked, alsoAskedAs };
      return actions.saveFact({ ...of, id, revision, content });
    });
  const reset = () => act("reset", () => actions.reset({ ...of, kind: "fact", id, revision: revision ?? 0 }));
  return (
    <li id={`fact-${id}`} className="grid scroll-mt-24 gap-2 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-72 gap-1 text-sm">
          <p className="flex flex-wrap items-center gap-1.5">
            <StateBadge state={state} />
            <Badge>{topic}</Badge>
          </p>
          <p className="text-ink-2">{question}</p>
          <p className={state === "left-out" ? "text-ink-2 line-through" : ""}>{wording.answer}</p>
        </div>
        {mayEdit && (
          <EntryButtons
            {...{ state, isEditing, busy }}
            about={question ?? ""}
            leaveOut="Do not tell"
            onEdit={() => setEditing(!isEditing)}
            onLeaveOut={leaveOut}
            onReset={reset}
          />
        )}
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      <ProblemList id={id} problems={problems} />
      {isEditing ? (
        <FactForm {...{ editing, entry: fact }} onDone={() => setEditing(false)} />
      ) : (
        <Disclosure summary={`Other ways of asking (${others.length})`}>
          <ul className="grid gap-0.5 text-sm text-ink-2">
            {others.map((phrasing) => (
              <li key={phrasing}>{phrasing}</li>
            ))}
          </ul>
          <p className="pt-2 text-sm">
            <span className="text-ink-2">When it was never asked:</span> {wording.ifNeverAsked}
          </p>
        </Disclosure>
      )}
    </li>
  );
}
