"use client";

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
    <div className="grid gap-2.5 border-l-2 border-accent pl-4 text-sm print:hidden">
      <p className="m-0">{question}</p>
      {guess === null ? (
        <div className="flex flex-wrap gap-2">
          {options.map((option) => (
            <Button key={option.value} size="small" onClick={() => onGuess(option.value)}>
              {option.label}
            </Button>
          ))}
          <Button variant="quiet" size="small" onClick={() => onGuess("shown")}>
            Show it
          </Button>
        </div>
      ) : (
        <p className="m-0">
          <strong className="font-semibold">
            {guess === "shown" ? "" : guess === answer ? "As you said: " : "Not quite: "}
            {answerLabel}.
          </strong>{" "}
          {explanation}
        </p>
      )}
    </div>
  );
}
