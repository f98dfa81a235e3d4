"use client";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { StatusLine } from "@/components/ui/status-line";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { PointEntry } from "@/lib/classroom/class-content/outline";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import type { Editing } from "./content-actions";
import { EntryButtons, ProblemList, StateBadge } from "./entry-parts";
import { PointForm } from "./point-form";
import { TryPoint } from "./try-point";

const WEIGHTS: Record<number, string> = { 1: "nice to have", 2: "normal weight", 3: "must have" };

type Props = {
  editing: Editing;
  point: PointEntry;
  chapters: readonly string[];
  problems: readonly ContentProblem[];
};

/** One point as it holds in the class; an instructor edits it where it stands. */
export function PointRow({ editing, point, chapters, problems }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { busy, message, failed, act } = useAct();
  const { of, mayEdit, actions } = editing;
  const { id, revision, state, wording, level } = point;
  const leaveOut = () =>
    act("leave-out", () =>
      actions.savePoint({ ...of, id, revision, content: { kind: "changed", ...wording, isCounted: false } }),
    );
  const reset = () =>
    act("reset", () => actions.reset({ ...of, kind: "point", id, revision: revision ?? 0 }));
  return (
    <li id={`point-${id}`} className="grid scroll-mt-24 gap-2 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <p className="flex flex-wrap items-center gap-1.5">
            <StateBadge state={state} />
            <Badge>{LEVEL_WORDS[level]}</Badge>
            <Badge>{WEIGHTS[wording.weight]}</Badge>
          </p>
          <p className={state === "left-out" ? "text-sm text-ink-2 line-through" : "text-sm"}>
            {wording.text}
          </p>
        </div>
        {mayEdit && (
          <EntryButtons
            {...{ state, isEditing, busy }}
            about={wording.text}
            leaveOut="Do not count"
            onEdit={() => setEditing(!isEditing)}
            onLeaveOut={leaveOut}
            onReset={reset}
          />
        )}
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      <ProblemList id={id} problems={problems} />
      {isEditing ? (
        <PointForm
          {...{ editing, chapters, stage: point.stage, entry: point }}
          onDone={() => setEditing(false)}
        />
      ) : (
        <Disclosure summary="What earns it, and try an answer">
          <div className="grid gap-3 text-sm">
            <ul className="grid gap-1.5">
              {wording.exemplars.map((exemplar) => (
                <li key={exemplar} className="border-l-2 border-line-strong pl-3 font-serif text-ink-2">
                  {exemplar}
                </li>
              ))}
            </ul>
            <p>
              <span className="text-ink-2">Why it matters:</span> {wording.why}
            </p>
            <p>
              <span className="text-ink-2">Asked when it is missing:</span> {wording.followUp}
            </p>
            {state !== "left-out" && <TryPoint editing={editing} pointId={id} />}
          </div>
        </Disclosure>
      )}
    </li>
  );
}
