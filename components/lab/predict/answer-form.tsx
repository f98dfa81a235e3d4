"use client";

import { useState } from "react";
import type { Answer, AnswerForm as Form } from "@/components/lab/predict/question";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { Slider } from "@/components/ui/slider";

type AnswerFormProps = { form: Form; isBusy: boolean; onCommit: (answer: Answer) => void };

/** A number or a choice, and the button that commits to it. Nothing is run before. */
export function AnswerForm({ form, isBusy, onCommit }: AnswerFormProps) {
  const [count, setCount] = useState<number | null>(null);
  const [choice, setChoice] = useState<string | null>(null);
  const answer = form.kind === "count" ? count : choice;
  return (
    <form
      className="grid max-w-xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer !== null && !isBusy) onCommit(answer);
      }}
    >
      {form.kind === "count" ? (
        <Slider
          label="Your prediction"
          min={0}
          max={form.max}
          value={count ?? Math.round(form.max / 2)}
          format={(value) => (count === null ? "move to answer" : `${value} ${form.unit}`)}
          onChange={setCount}
        />
      ) : (
        <RadioCards
          legend="Your prediction"
          options={form.choices}
          columns={form.choices.length > 3 ? 2 : 3}
          {...(choice !== null && { value: choice })}
          onChange={setChoice}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          disabled={answer === null}
          {...(isBusy && { busyLabel: "Running…" })}
        >
          Commit and run it
        </Button>
        {form.kind === "count" && count === null && (
          <Button onClick={() => setCount(Math.round(form.max / 2))}>It is {Math.round(form.max / 2)}</Button>
        )}
      </div>
    </form>
  );
}
