"use client";
import Link from "next/link";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { PeerMarks } from "@/lib/classroom/peer/peer-score";
import type { LoadedReview, ReviewIds } from "@/lib/data/peer-review/load-review";
import { MARK_WORDS, MARKS, type Mark, nearestMark } from "@/lib/learning/scoring-sheet";
import { distanceWords } from "./words";

type Submit = (
  input: ReviewIds & { marks: Record<string, Mark>; comment: string; revision: number },
) => Promise<ActionResult<{ revision: number }>>;
type Props = { review: LoadedReview; submit: Submit; overview: string };
type PointProps = {
  point: LoadedReview["sheet"][number];
  mark: number | undefined;
  known: number | undefined;
  isFixed: boolean;
  onMark: (mark: Mark) => void;
};

/** Native radios: arrow keys go from mark to mark, Tab from point to point. */
function PointMark({ point, mark, known, isFixed, onMark }: PointProps) {
  return (
    <fieldset className="border-b border-line py-3 last:border-0" disabled={isFixed}>
      <legend className="contents">
        <span className="text-sm">{point.text}</span>
      </legend>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {MARKS.map((value) => (
          <label key={value} className="flex min-h-6 items-center gap-1.5">
            <input
              type="radio"
              name={point.id}
              checked={mark === value}
              onChange={() => onMark(value)}
              className="size-4 accent-accent"
            />
            {MARK_WORDS[value]}
          </label>
        ))}
        {known !== undefined && <span className="text-ink-2">known: {MARK_WORDS[nearestMark(known)]}</span>}
      </div>
    </fieldset>
  );
}

const toMarks = (marks: PeerMarks): Record<string, Mark> =>
  Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, nearestMark(mark)]));

/** The sheet: a mark for every point, and what the author should hear. */
export function ReviewForm({ review, submit, overview }: Props) {
  const { busy, message, failed, act } = useAct();
  const [marks, setMarks] = useState<Record<string, Mark>>(toMarks(review.marks));
  const [comment, setComment] = useState(review.comment);
  const { ids, sheet, known, revision, isOver, isCalibration } = review;
  const isFixed = isOver || known !== null;
  const missing = sheet.filter(({ id }) => !(id in marks)).length;
  const send = () =>
    act(
      "submit",
      () => submit({ ...ids, marks, comment, revision }),
      () => "Your review is saved.",
    );
  return (
    <section
      aria-labelledby="sheet"
      className="rounded-lg border border-line bg-raised p-4 lg:sticky lg:top-20"
    >
      <h2 id="sheet" className="text-lg font-semibold">
        Is it there?
      </h2>
      <p className="text-sm text-ink-2">
        {known
          ? `You were ${distanceWords(known.error)}, on average.`
          : "The points that weigh most. Judge what the words say, not how many there are."}
      </p>
      <div className="lg:max-h-[50vh] lg:overflow-y-auto">
        {sheet.map((point) => (
          <PointMark
            key={point.id}
            {...{ point, isFixed }}
            mark={marks[point.id]}
            known={known?.marks[point.id]}
            onMark={(mark) => setMarks((all) => ({ ...all, [point.id]: mark }))}
          />
        ))}
      </div>
      {!isCalibration && (
        <Field
          label="What should the author hear?"
          hint="One thing that is good, one to do next. Markdown."
          className="mt-3"
        >
          {(control) => (
            <TextArea
              {...control}
              value={comment}
              disabled={isFixed}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {!isFixed && (
          <Button variant="primary" onClick={send} busyLabel={busy ? "Saving …" : undefined}>
            Submit the review
          </Button>
        )}
        <Link href={overview} className="text-sm text-accent underline underline-offset-2">
          All reviews
        </Link>
        {!isFixed && missing > 0 && (
          <span className="text-sm text-ink-2">
            {missing} of {sheet.length} without a mark
          </span>
        )}
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
    </section>
  );
}
