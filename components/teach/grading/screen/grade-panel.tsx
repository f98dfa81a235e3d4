"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { UserText } from "@/components/teach/feedback/user-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { percentWords } from "@/lib/classroom/feedback/result-words";
import { submissionScore } from "@/lib/classroom/score";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import type { GradingActions } from "../grading-actions";
import { numberTyped } from "./decision-words";
import type { Grading } from "./use-grading";

type Props = { submission: GradedSubmission; grading: Grading; adjust: GradingActions["adjust"] };

function useScore({ counted, creditOf }: Grading) {
  return submissionScore(
    counted.map(({ id, weight, suggested }) => ({
      weight,
      suggested,
      isExpected: true,
      credit: creditOf(id),
    })),
  );
}

function Numbers({ submission, grading }: Pick<Props, "submission" | "grading">) {
  const { grade } = submission;
  const score = useScore(grading);
  const rows: [string, ReactNode][] = [
    [
      "Points decided",
      score.percent === null
        ? `${percentWords(score.suggestedPercent)}, with ${score.points - score.decided} as suggested`
        : percentWords(score.percent),
    ],
    ...(grade ? [["Taken for lateness", percentWords(grade.latePercent)] as [string, string]] : []),
    ...(grade && grade.adjustment !== 0
      ? [
          [
            "Adjusted by hand",
            <div key="adjusted">
              {percentWords(grade.adjustment)}
              <UserText text={grade.adjustmentReason} />
            </div>,
          ] as [string, ReactNode],
        ]
      : []),
    ...(grade?.isReleased ? [["Released", percentWords(grade.finalPercent)] as [string, string]] : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** For an instructor: percent points by hand, with the reason that the student reads. */
function AdjustForm({ submission, adjust }: Pick<Props, "submission" | "adjust">) {
  const router = useRouter();
  const { ids, grade } = submission;
  const [points, setPoints] = useState(String(grade?.adjustment ?? 0));
  const [reason, setReason] = useState(grade?.adjustmentReason ?? "");
  // What is adjusted is the grade that stands above; one that somebody else has changed since is refused.
  const [revision, setRevision] = useState(grade?.revision ?? null);
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string } | null>(null);
  const [errors, setErrors] = useState<Record<string, readonly string[] | undefined>>({});
  const [isBusy, setBusy] = useState(false);
  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setOutcome(null);
    const adjustment = numberTyped(points);
    const result = await adjust({ ...ids, adjustment, reason, revision }).catch(() => null);
    setBusy(false);
    setErrors(result && !result.ok ? (result.fieldErrors ?? {}) : {});
    if (!result)
      return setOutcome({ tone: "bad", text: "Not saved: the server cannot be reached. Try again." });
    if (!result.ok) return setOutcome({ tone: "bad", text: result.message });
    setRevision(result.data.revision);
    setOutcome({ tone: "good", text: "Saved." });
    router.refresh();
  }
  return (
    <form onSubmit={onSubmit} className="grid max-w-md gap-3 border-t border-line pt-4">
      <h2 className="text-sm font-semibold">Adjust the grade by hand</h2>
      <Field
        label="Percent points"
        hint="Added to the grade, or taken with a minus. 0 takes an adjustment back."
        error={errors.adjustment && "A number from -100 to 100."}
      >
        {(control) => (
          <TextInput
            {...control}
            className="max-w-28 tabular-nums"
            inputMode="decimal"
            value={points}
            onChange={(event) => setPoints(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Reason"
        hint="Markdown. The student reads it beside the grade."
        error={errors.reason?.[0]}
      >
        {(control) => (
          <TextInput {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" busyLabel={isBusy ? "Saving…" : undefined}>
          Save the adjustment
        </Button>
        <StatusLine tone={outcome?.tone ?? "neutral"}>{outcome?.text}</StatusLine>
      </div>
    </form>
  );
}

/** What the decided points come to, and what was added by hand. */
export function GradePanel({ submission, grading, adjust }: Props) {
  const canAdjust = submission.role === "instructor" && !submission.isArchived;
  return (
    <div className="grid gap-4">
      <Numbers {...{ submission, grading }} />
      {canAdjust && <AdjustForm {...{ submission, adjust }} />}
    </div>
  );
}
