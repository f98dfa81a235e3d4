"use client";

import { Check, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import type { OptionView, QuestionView } from "./question-view";

type Props = {
  view: QuestionView;
  /** Names the group for a screen reader: "Question 2 of 6". */
  label: string;
  chosen: number | null;
  onChoose: (option: number) => void;
};

/** After the choice: the option, whether it is right, and why. */
function Explained({ option, isChosen }: { option: OptionView; isChosen: boolean }) {
  const { isRight } = option;
  return (
    <div
      className={cx(
        "rounded-md border px-3 py-2",
        isRight ? "border-good/40 bg-good-soft" : isChosen ? "border-bad/40 bg-bad-soft" : "border-line",
      )}
    >
      <p className="flex items-baseline gap-2">
        {isRight ? (
          <Check size={16} aria-hidden className="shrink-0 self-center text-good" />
        ) : (
          <X
            size={16}
            aria-hidden
            className={cx("shrink-0 self-center", isChosen ? "text-bad" : "text-ink-2")}
          />
        )}
        <span>
          <span className="sr-only">
            {isRight ? "Right" : "Not right"}
            {isChosen && ", your answer"}:{" "}
          </span>
          {option.text}
          {isChosen && <span className="ml-2 text-sm text-ink-2">your answer</span>}
        </span>
      </p>
      <p className="mt-1 pl-6 text-sm text-ink-2">{option.why}</p>
    </div>
  );
}

/** One question with its options; 1 to 5 choose while the focus is in it. After the choice every option says why. */
export function QuestionBox({ view, label, chosen, onChoose }: Props) {
  const verdict = useRef<HTMLParagraphElement>(null);
  const wasChosen = useRef(chosen !== null);
  useEffect(() => {
    if (chosen !== null && !wasChosen.current) verdict.current?.focus();
    wasChosen.current = chosen !== null;
  }, [chosen]);

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || chosen !== null) return;
    const option = Number(event.key) - 1;
    if (!view.options[option]) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(option);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the options are buttons, each an answer by itself.
    <div role="group" aria-label={label} onKeyDown={onKeyDown} className="grid gap-3">
      <div className="font-serif text-lg leading-relaxed text-pretty">{view.stem}</div>
      {chosen !== null && (
        <p ref={verdict} tabIndex={-1} role="status" className="font-medium outline-none">
          {view.options[chosen]?.isRight ? (
            <span className="text-good">Right.</span>
          ) : (
            <span className="text-bad">Not right.</span>
          )}
        </p>
      )}
      <ol className="grid gap-2">
        {view.options.map((option, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options stand in a fixed order and have no other name.
          <li key={i}>
            {chosen === null ? (
              <button
                type="button"
                onClick={() => onChoose(i)}
                className="flex min-h-11 w-full items-baseline gap-3 rounded-md border border-line-strong/60 bg-raised px-3 py-2 text-left hover:border-line-strong hover:bg-sunken"
              >
                <span aria-hidden className="self-center">
                  <Kbd>{i + 1}</Kbd>
                </span>
                <span>{option.text}</span>
              </button>
            ) : (
              <Explained option={option} isChosen={i === chosen} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
