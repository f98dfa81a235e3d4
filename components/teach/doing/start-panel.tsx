"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { reach } from "@/components/learning/learning-actions";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { RadioCards } from "@/components/ui/radio-cards";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { AttemptsView } from "@/lib/data/submission/load-attempts";
import type { Attempted } from "@/lib/data/submission/start-attempt";
import { AttemptList } from "./attempt-list";
import { ConfirmExam } from "./confirm-exam";
import { EvidenceBox } from "./evidence-box";
import { WhatIsAsked } from "./what-is-asked";

export type StartAttempt = (input: {
  classId: string;
  assignmentId: string;
  caseSlug: string;
}) => Promise<ActionResult<Attempted>>;

type Props = { view: AttemptsView; timeZone: string; start: StartAttempt };

/** Why nothing can be started now, in a sentence; empty when something can. */
function whyNot({ state, attempts, dates, canStart }: AttemptsView): string {
  if (canStart) return "";
  if (state === "not-released") return "This assignment is not open yet.";
  if (attempts.length >= dates.attempts)
    return dates.attempts === 1
      ? "You have had your attempt."
      : `You have had all ${dates.attempts} attempts.`;
  return state === "closed" ? "This assignment is closed: nothing more is accepted." : "";
}

function useStart({ classId, assignmentId }: AttemptsView, start: StartAttempt) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  async function begin(caseSlug: string) {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const result = await reach(start({ classId, assignmentId, caseSlug }));
    if (result.ok) return router.push(`/interviews/${result.data.interviewId}`);
    setProblem(result.message);
    setBusy(false);
  }
  return { begin, isBusy, problem };
}

function Start({ view, timeZone, start }: Props) {
  const { begin, isBusy, problem } = useStart(view, start);
  const [caseSlug, setCase] = useState(view.cases[0]?.slug ?? "");
  const [isAsking, setAsking] = useState(false);
  const press = () => (view.mode === "exam" ? setAsking(true) : void begin(caseSlug));
  return (
    <div className="grid gap-5">
      {view.cases.length > 1 && (
        <RadioCards
          legend="Take one of these cases"
          options={view.cases.map(({ slug, title }) => ({ value: slug, label: title }))}
          value={caseSlug}
          onChange={setCase}
          columns={view.cases.length > 3 ? 2 : 3}
        />
      )}
      <WhatIsAsked view={view} timeZone={timeZone} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" onClick={press} busyLabel={isBusy ? "Starting" : undefined}>
          {view.attempts.length === 0 ? "Start the attempt" : `Start attempt ${view.attempts.length + 1}`}
        </Button>
        <StatusLine tone="bad">{problem}</StatusLine>
      </div>
      <ConfirmExam
        isOpen={isAsking}
        minutes={view.minutes}
        isBusy={isBusy}
        onClose={() => setAsking(false)}
        onConfirm={() => void begin(caseSlug)}
      />
    </div>
  );
}

/** The student's part of an assignment: start or go on, what is asked, and the attempts so far. */
export function StartPanel({ view, timeZone, start }: Props) {
  const { running } = view;
  const reason = whyNot(view);
  return (
    <section aria-labelledby="own-attempts" className="grid gap-5">
      <h2 id="own-attempts" className="text-lg font-semibold">
        Your work
      </h2>
      {running && (
        <div className="flex flex-wrap items-center gap-3 rounded-lg border border-accent bg-accent-soft px-4 py-3">
          <p className="grow">
            {running.isPaused
              ? "Your attempt is paused. It ends at the latest when the assignment closes."
              : "Your attempt is running."}
          </p>
          <LinkButton variant="primary" href={`/interviews/${running.interviewId}`}>
            Continue
          </LinkButton>
        </div>
      )}
      {view.canStart && <Start view={view} timeZone={timeZone} start={start} />}
      {!running && reason && <p className="text-ink-2">{reason}</p>}
      {view.evidence && <EvidenceBox view={view} />}
      <AttemptList view={view} timeZone={timeZone} />
    </section>
  );
}
