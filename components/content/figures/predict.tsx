"use client";

import { ChoiceField } from "@/components/content/figures/choice-field";
import { Button } from "@/components/ui/button";

type PredictProps<Value extends string> = {
  question: string;
  options: readonly { value: Value; label: string }[];
  answer: Value;
  guess: Value | "shown" | null;
  onGuess: (guess: Value | "shown") => void;
  /** Said after the guess, right or wrong. */
  explanation: string;
};

/** Guess first, then see: the gap between the two is what is remembered. Can be skipped. */
export function Predict<Value extends string>(props: PredictProps<Value>) {
  const { question, options, answer, guess, onGuess, explanation } = props;
  const answerLabel = options.find((option) => option.value === answer)?.label ?? "";
  return (
    <div className="grid gap-2 border-l-2 border-accent pl-4 print:hidden">
      {guess === null ? (
        <>
          <ChoiceField legend={question} options={options} value={null} onChange={onGuess} />
          <div>
            <Button variant="quiet" size="small" className="-ml-2.5" onClick={() => onGuess("shown")}>
              Show it without guessing
            </Button>
          </div>
        </>
      ) : (
        <p className="m-0 text-sm">
          {guess !== "shown" && (
            <strong className="font-semibold">
              {guess === answer ? "As you said: " : "Not quite: "}
              {answerLabel.toLowerCase()}.{" "}
            </strong>
          )}
          {explanation}
        </p>
      )}
    </div>
  );
}
