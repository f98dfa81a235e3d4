"use client";

import { useId, useState } from "react";
import type { Answer, AnswerForm as Form } from "@/components/lab/core/predict/question";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";

type AnswerFormProps = { form: Form; isBusy: boolean; onCommit: (answer: Answer) => void };

/** A number or a choice, and the button that commits to it. Nothing is run before. */
export function AnswerForm({ form, isBusy, onCommit }: AnswerFormProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <form
      className="grid max-w-2xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer !== null && !isBusy) onCommit(answer);
      }}
    >
      {form.kind === "count" ? (
        <Counts max={form.max} unit={form.unit} value={answer} onChange={setAnswer} />
      ) : (
        <RadioCards
          legend="Your prediction"
          options={form.choices}
          columns={form.choices.length > 3 ? 2 : 3}
          value={typeof answer === "string" ? answer : ""}
          onChange={setAnswer}
        />
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          disabled={answer === null}
          {...(isBusy && { busyLabel: "Running…" })}
        >
          Commit and run it
        </Button>
      </div>
    </form>
  );
}

type CountsProps = { max: number; unit: string; value: Answer | null; onChange: (count: number) => void };

/** Every number that is possible, side by side: none is nearer at hand than another. */
function Counts({ max, unit, value, onChange }: CountsProps) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">Your prediction</legend>
      <div className="flex flex-wrap items-center gap-1">
        {Array.from({ length: max + 1 }, (_, count) => (
          <label
            // biome-ignore lint/suspicious/noArrayIndexKey: the number is the thing itself.
            key={count}
            className="relative grid size-9 cursor-pointer place-items-center rounded-md border border-line-strong/60 bg-raised text-sm tabular-nums hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={count}
              checked={value === count}
              onChange={() => onChange(count)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {count}
          </label>
        ))}
        <span className="pl-1.5 text-sm text-ink-2">{unit}</span>
      </div>
    </fieldset>
  );
}
