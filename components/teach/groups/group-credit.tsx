"use client";

import Link from "next/link";
import { useState } from "react";
import { creditWords } from "@/components/teach/grading/screen/decision-words";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { OpenGroup } from "@/lib/data/grading-group/load-groups";
import type { GroupDecided } from "@/lib/data/grading-group/set-group-credit";
import { formatWithNoun } from "@/lib/framework/units";
import { useAct } from "../use-act";
import type { GroupActions } from "./group-actions";
import { decidedWords } from "./group-words";

const CHOICES = [
  { credit: 0, text: "0", label: "no credit" },
  { credit: 0.5, text: "½", label: "half of the credit" },
  { credit: 1, text: "1", label: "full credit" },
] as const;

type Props = {
  ids: AssignmentIds;
  base: string;
  point: { id: string; text: string };
  answers: OpenGroup["answers"];
  canUndo: boolean;
  setCredit: GroupActions["setCredit"];
};

function Refused({ refused, base }: { refused: GroupDecided["refused"]; base: string }) {
  if (refused.length === 0) return null;
  return (
    <ul aria-label="Decided by somebody else" className="list-disc pl-5 text-sm">
      {refused.map(({ submissionId, label, credit, grader }) => (
        <li key={submissionId}>
          <Link href={`${base}/${submissionId}`} prefetch={false} className="text-accent underline">
            {label}
          </Link>
          : {creditWords(credit)}
          {grader && `, ${grader}`}
        </li>
      ))}
    </ul>
  );
}

/** Its buttons go when they have done their work. */
const focusAround = (button: Element): void => button.closest("fieldset")?.focus();

/** What was decided here last, and whether it still can be taken back. */
function useGroupCredit({ ids, point, canUndo, setCredit }: Props) {
  const { busy, message, failed, act } = useAct();
  const [done, setDone] = useState<GroupDecided | null>(null);
  const [isUndone, setUndone] = useState(false);
  const set = (credit: number | null, answers: OpenGroup["answers"]) =>
    act(
      String(credit),
      () => setCredit({ ...ids, pointId: point.id, credit, answers }),
      (decided) => {
        setDone(decided);
        setUndone(credit === null);
        return decidedWords(decided, credit);
      },
    );
  const undoable = canUndo && !isUndone ? (done?.changed ?? []) : [];
  return { busy, message, failed, set, undoable, refused: done?.refused ?? [] };
}

/** Decides the point for all that are undecided in the group, and takes just that back. */
export function GroupCredit(props: Props) {
  const { base, point, answers } = props;
  const { busy, message, failed, set, undoable, refused } = useGroupCredit(props);
  return (
    <fieldset tabIndex={-1} className="outline-none grid gap-2 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">
        {answers.length === 0
          ? "Every answer of this group is decided"
          : `Credit for all ${formatWithNoun(answers.length, "undecided answer")}`}
      </legend>
      <p className="text-sm text-ink-2">{point.text}</p>
      <p className="flex flex-wrap gap-2">
        {answers.length > 0 &&
          CHOICES.map(({ credit, text, label }) => (
            <Button
              key={credit}
              aria-label={`${text} for all ${answers.length}: ${label}`}
              busyLabel={busy === String(credit) ? "Deciding…" : undefined}
              onClick={(event) => {
                focusAround(event.currentTarget);
                void set(credit, answers);
              }}
            >
              {text} for all {answers.length}
            </Button>
          ))}
        {undoable.length > 0 && (
          <Button
            variant="quiet"
            busyLabel={busy === "null" ? "Undoing…" : undefined}
            onClick={(event) => {
              focusAround(event.currentTarget);
              void set(null, undoable);
            }}
          >
            Undo
          </Button>
        )}
      </p>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      <Refused refused={refused} base={base} />
    </fieldset>
  );
}
