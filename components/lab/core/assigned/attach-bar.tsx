"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { reach } from "@/components/learning/learning-actions";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { LabPurpose } from "@/lib/classroom/evidence/lab-address";
import { outcomeOf } from "@/lib/classroom/evidence/outcome";
import { assignmentPath } from "@/lib/classroom/paths";
import type { LabAssignment } from "@/lib/data/submission/lab-assignment";
import type { AssignedProps } from "./assigned-lab";

type Purpose = Extract<LabPurpose, { kind: "attach" }>;
type Props = AssignedProps & { purpose: Purpose };
type Told = { tone: "neutral" | "good" | "bad"; text: string };
const NOTHING: Told = { tone: "neutral", text: "" };

function useAssignment({ purpose, actions }: Props) {
  const { classId, assignmentId } = purpose;
  const [assignment, setAssignment] = useState<LabAssignment | null>(null);
  const [told, setTold] = useState<Told>(NOTHING);
  useEffect(() => {
    let isGone = false;
    void reach(actions.assignment({ classId, assignmentId })).then((result) => {
      if (isGone) return;
      if (result.ok) setAssignment(result.data);
      else setTold({ tone: "bad", text: result.message });
    });
    return () => {
      isGone = true;
    };
  }, [actions, classId, assignmentId]);
  return { assignment, setAssignment, told, setTold };
}

/** Runs the lab here, and sends its address with what it gave. */
export function AttachBar(props: Props) {
  const { lab, world, actions, purpose } = props;
  const { assignment, setAssignment, told, setTold } = useAssignment(props);
  const [isBusy, setBusy] = useState(false);
  const { classId, assignmentId, hidden } = purpose;
  async function attach() {
    setBusy(true);
    setTold({ tone: "neutral", text: "Running it here once more, as it will be run again." });
    try {
      const outcome = outcomeOf(...(await runOutcome(lab)));
      const path = `/lab/${world}?${lab.link() ?? ""}`;
      const result = await reach(actions.attach({ classId, assignmentId, path, outcome }));
      if (!result.ok) setTold({ tone: "bad", text: result.message });
      else {
        setTold({ tone: "good", text: `Attached: run ${result.data.hash.slice(0, 8)}.` });
        setAssignment((known) => known && { ...known, attachedHash: result.data.hash });
      }
    } catch {
      setTold({ tone: "bad", text: "The lab could not be run, so there is nothing to attach." });
    }
    setBusy(false);
  }
  const isOfThisLab = assignment?.world === world;
  return (
    <>
      <p>
        {assignment ? (
          <>
            Opened for{" "}
            <Link
              href={assignmentPath(classId, assignmentId)}
              className="font-medium underline underline-offset-2"
            >
              {assignment.title}
            </Link>
            . {assignment.attachedHash && `Attached now: run ${assignment.attachedHash.slice(0, 8)}.`}
          </>
        ) : (
          "Opened for an assignment."
        )}
        {hidden.length > 0 && " Some knobs are not shown here; the lab opened by itself has them all."}
      </p>
      {assignment && !isOfThisLab && <p>This assignment asks for no run of this lab.</p>}
      {assignment && isOfThisLab && assignment.refusal && <p>{assignment.refusal}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {assignment && isOfThisLab && !assignment.refusal && (
          <Button
            size="small"
            variant="primary"
            onClick={attach}
            busyLabel={isBusy ? "Attaching" : undefined}
          >
            {assignment.attachedHash ? "Attach this run instead" : `Attach this run to ${assignment.title}`}
          </Button>
        )}
        <StatusLine tone={told.tone}>{told.text}</StatusLine>
      </div>
    </>
  );
}

async function runOutcome(lab: AssignedProps["lab"]): Promise<Parameters<typeof outcomeOf>> {
  const { items, figures } = await lab.outcome();
  return [items, figures];
}
