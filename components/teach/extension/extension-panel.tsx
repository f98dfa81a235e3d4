"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { AssignmentDates } from "@/lib/classroom/dates/effective-dates";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import type { ListedStudent } from "@/lib/data/assignment/list-students";
import type { SeenExtension } from "@/lib/data/extension/set-extensions";
import { formatWithNoun } from "@/lib/framework/units";
import { ExtensionForm } from "./extension-form";
import { ExtensionTable } from "./extension-table";

type Target = { classId: string; assignmentId: string; seen: SeenExtension[] };
export type ExtensionActions = {
  set: (input: Target & { extension: ExtensionInput }) => Promise<ActionResult<{ recomputed: number }>>;
  remove: (input: Target) => Promise<ActionResult<{ recomputed: number }>>;
};
type ExtensionPanelProps = {
  ids: { classId: string; assignmentId: string };
  timeZone: string;
  assignment: AssignmentDates;
  students: readonly ListedStudent[];
  actions: ExtensionActions;
};

const seenOf = (students: readonly ListedStudent[]): SeenExtension[] =>
  students.map(({ studentId, extension }) => ({ studentId, updatedAtMs: extension?.updatedAtMs ?? null }));

function doneWords(students: number, recomputed: number): string {
  const saved = `Saved for ${formatWithNoun(students, "student")}.`;
  return recomputed > 0
    ? `${saved} ${formatWithNoun(recomputed, "submission")} had its lateness reckoned again.`
    : saved;
}

/** Extensions of one page of students: one by one, or the same for several at once. */
export function ExtensionPanel({ ids, timeZone, assignment, students, actions }: ExtensionPanelProps) {
  const router = useRouter();
  const { busy, message, failed, act } = useAct();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<readonly ListedStudent[]>([]);
  const [saved, setSaved] = useState("");
  const some = students.filter(({ studentId }) => chosen.has(studentId));
  const extended = some.filter(({ extension }) => extension !== null);
  const [first] = edited;
  function remove() {
    setSaved("");
    act(
      "remove",
      () => actions.remove({ ...ids, seen: seenOf(extended) }),
      ({ recomputed }) => doneWords(extended.length, recomputed),
    );
  }
  function done(recomputed: number) {
    setSaved(doneWords(edited.length, recomputed));
    setEdited([]);
    setChosen(new Set());
    router.refresh();
  }
  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={some.length === 0} onClick={() => setEdited(some)}>
          {some.length > 0 ? `Extend ${formatWithNoun(some.length, "student")}` : "Extend the chosen"}
        </Button>
        <Button disabled={extended.length === 0} busyLabel={busy ? "Removing" : undefined} onClick={remove}>
          Remove {extended.length > 0 ? formatWithNoun(extended.length, "extension") : "extensions"}
        </Button>
        <StatusLine tone={failed ? "bad" : "good"}>{message ?? saved}</StatusLine>
      </div>
      <ExtensionTable
        {...{ timeZone, students, chosen, setChosen }}
        edit={(student) => setEdited([student])}
      />
      <Dialog
        open={edited.length > 0}
        onClose={() => setEdited([])}
        title={
          edited.length === 1 ? `Extension for ${first?.name}` : `Extension for ${edited.length} students`
        }
      >
        <ExtensionForm
          key={edited.map(({ studentId }) => studentId).join()}
          students={edited}
          {...{ assignment, timeZone }}
          save={(extension) => actions.set({ ...ids, seen: seenOf(edited), extension })}
          onDone={done}
          onCancel={() => setEdited([])}
        />
      </Dialog>
    </div>
  );
}
