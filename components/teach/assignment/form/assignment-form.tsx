"use client";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { StatusLine } from "@/components/ui/status-line";
import type { AssignmentInput } from "@/lib/classroom/assignment-input";
import { AttemptsSection } from "./attempts-section";
import { LabSection } from "./lab-section";
import { LatenessSection } from "./lateness-section";
import { PeerSection } from "./peer-section";
import { ShownSection } from "./shown-section";
import { type SaveAssignment, useAssignmentForm } from "./use-assignment-form";
import { type CaseOption, WhatSection } from "./what-section";
import { WhenSection } from "./when-section";

type AssignmentFormProps = {
  classId: string;
  timeZone: string;
  cases: readonly CaseOption[];
  initial: AssignmentInput;
  assignmentId: string | null;
  revision: number;
  isPublished: boolean;
  isFrozen: boolean;
  save: SaveAssignment;
};

/** All settings of an assignment on one page. Nothing is saved until somebody says so. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { classId, assignmentId, revision, isPublished, isFrozen, timeZone } = props;
  const { form, submit, busy, isChanged, message, ...fields } = useAssignmentForm(
    { classId, assignmentId, revision },
    props.initial,
    props.save,
  );
  const section = { input: fields.input, set: fields.set, errorOf: fields.errorOf, timeZone, isFrozen };
  const back = `/classes/${classId}/assignments${assignmentId ? `/${assignmentId}` : ""}`;
  return (
    <form
      ref={form}
      noValidate
      aria-label="Assignment"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <WhatSection {...section} cases={props.cases} />
      <WhenSection {...section} />
      <LatenessSection {...section} />
      <AttemptsSection {...section} />
      <LabSection {...section} />
      <ShownSection {...section} />
      <PeerSection {...section} />
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <Button
          type="submit"
          variant={isPublished ? "primary" : "secondary"}
          busyLabel={busy === "save" ? "Saving" : undefined}
        >
          {isPublished ? "Save changes" : "Save draft"}
        </Button>
        {!isPublished && (
          <Button
            variant="primary"
            busyLabel={busy === "publish" ? "Publishing" : undefined}
            onClick={() => submit(true)}
          >
            Save and publish
          </Button>
        )}
        <LinkButton variant="quiet" href={back}>
          Cancel
        </LinkButton>
        <StatusLine tone={message ? "bad" : "neutral"}>
          {message ?? (isChanged ? "Not saved yet" : "")}
        </StatusLine>
      </div>
    </form>
  );
}
