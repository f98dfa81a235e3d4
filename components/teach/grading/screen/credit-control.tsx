"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { cx } from "@/components/ui/cx";
import { isSameCredit } from "@/lib/classroom/grading/decide";
import { creditWords, numberTyped } from "./decision-words";
import { focusPointOf } from "./focus-point";

const CHOICES = [
  { credit: 0, text: "0", label: "No credit" },
  { credit: 0.5, text: "½", label: "Half of the credit" },
  { credit: 1, text: "1", label: "Full credit" },
] as const;

const BUTTON =
  "inline-flex h-8 min-w-8 items-center justify-center gap-1 px-2 text-sm tabular-nums hover:bg-sunken focus-visible:relative focus-visible:z-10 disabled:opacity-50";
const PRESSED = "bg-accent text-accent-ink hover:bg-accent-strong";

type Props = {
  pointText: string;
  credit: number | null;
  suggested: number;
  isEditing: boolean;
  isDisabled: boolean;
  onChoose: (credit: number | null) => void;
  onEdit: (isEditing: boolean) => void;
};

function CreditInput({ credit, suggested, onChoose, onEdit }: Props) {
  const [text, setText] = useState(creditWords(credit ?? suggested));
  const value = numberTyped(text);
  const isUsable = value >= 0 && value <= 1;
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isSaving = event.key === "Enter" && isUsable;
    if (event.key !== "Escape" && !isSaving) return;
    event.preventDefault();
    // The focus goes back to the point, and the input closes as it loses it.
    focusPointOf(event.currentTarget);
    if (isSaving) onChoose(value);
  }
  return (
    <span className="flex items-center gap-2">
      <input
        // biome-ignore lint/a11y/noAutofocus: it appears because its key or button was pressed.
        autoFocus
        type="text"
        inputMode="decimal"
        aria-label="Credit from 0 to 1"
        aria-invalid={!isUsable || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={() => onEdit(false)}
        className="h-8 w-20 rounded-md border border-line-strong bg-raised px-2 text-base tabular-nums aria-invalid:border-bad sm:text-sm"
      />
      <span className={cx("text-xs", isUsable ? "text-ink-2" : "text-bad")}>
        {isUsable ? "Enter saves, Esc leaves" : "A number from 0 to 1"}
      </span>
    </span>
  );
}

/** Accept what is suggested, or one of none, half and full, or any credit. */
export function CreditControl(props: Props) {
  const { pointText, credit, suggested, isEditing, isDisabled, onChoose, onEdit } = props;
  if (isEditing) return <CreditInput {...props} />;
  const isAccepted = isSameCredit(credit, suggested);
  const isOther =
    credit !== null && !isAccepted && !CHOICES.some((choice) => isSameCredit(credit, choice.credit));
  return (
    <fieldset className="flex flex-wrap items-center gap-2" disabled={isDisabled}>
      <legend className="sr-only">Credit of: {pointText}</legend>
      <button
        type="button"
        aria-pressed={isAccepted}
        onClick={() => onChoose(suggested)}
        className={cx(
          BUTTON,
          "rounded-md border border-line-strong/60 px-2.5 font-medium",
          isAccepted && PRESSED,
        )}
      >
        {isAccepted && <Check size={14} aria-hidden />}
        {isAccepted ? "Accepted" : "Accept"} {creditWords(suggested)}
      </button>
      <span className="inline-flex divide-x divide-line-strong/60 overflow-clip rounded-md border border-line-strong/60">
        {CHOICES.map((choice) => {
          const isPressed = !isAccepted && isSameCredit(credit, choice.credit);
          return (
            <button
              key={choice.text}
              type="button"
              aria-label={choice.label}
              aria-pressed={isPressed}
              onClick={() => onChoose(choice.credit)}
              className={cx(BUTTON, isPressed && PRESSED)}
            >
              {choice.text}
            </button>
          );
        })}
        <button
          type="button"
          aria-label={isOther ? `Credit ${creditWords(credit)}: type another` : "Type a credit"}
          onClick={() => onEdit(true)}
          className={cx(BUTTON, isOther && PRESSED)}
        >
          {isOther ? creditWords(credit) : "…"}
        </button>
      </span>
      {credit !== null && (
        <button
          type="button"
          onClick={(event) => {
            focusPointOf(event.currentTarget);
            onChoose(null);
          }}
          className="h-8 px-1 text-sm text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          Take back
        </button>
      )}
    </fieldset>
  );
}
