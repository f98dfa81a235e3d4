import { useId } from "react";
import { SELF_SCORE_WORDS, SELF_SCORES, type SelfScore } from "@/lib/learning/self-scores";

type Props = {
  title: string;
  question: string;
  value: SelfScore | null;
  onChange: (score: SelfScore) => void;
};

/** One stage from 0 to 4. Native radios: Tab goes from stage to stage, arrow keys choose. */
export function StageScale({ title, question, value, onChange }: Props) {
  const id = useId();
  return (
    <fieldset
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-question`}
      className="grid min-w-0 gap-x-6 gap-y-2 py-4 lg:grid-cols-[minmax(0,18rem)_1fr] lg:items-center"
    >
      <div className="grid gap-0.5">
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        <p id={`${id}-question`} className="text-sm text-ink-2">
          {question}
        </p>
      </div>
      <div className="grid grid-cols-5 gap-1.5">
        {SELF_SCORES.map((score) => (
          <label
            key={score}
            className="grid cursor-pointer content-start justify-items-center gap-0.5 rounded-md border border-line-strong/60 bg-raised px-1 py-2 text-center text-xs text-ink-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
              className="size-4 accent-accent outline-none"
            />
            <span className="text-sm font-medium text-ink tabular-nums">{score}</span>
            <span>{SELF_SCORE_WORDS[score].name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
