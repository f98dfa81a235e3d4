"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { type BankEntry, type BankPlace, offerBank } from "@/lib/classroom/feedback/bank";

/** More are found by another word. */
const MOST_SHOWN = 6;

type BankPickerProps = {
  bank: readonly BankEntry[];
  place: BankPlace;
  onPick: (entry: BankEntry) => void;
};

/** Finds a remark of the bank and puts it in: type, choose with the arrows, Enter (the ARIA combobox pattern). */
export function BankPicker({ bank, place, onPick }: BankPickerProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const offered = offerBank(bank, place, query).slice(0, MOST_SHOWN);
  const chosen = offered[Math.min(at, offered.length - 1)];

  function pick(entry: BankEntry | undefined) {
    if (!entry) return;
    onPick(entry);
    setQuery("");
    setAt(0);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) pick(chosen);
    else setAt((Math.min(at, offered.length - 1) + step + offered.length) % Math.max(1, offered.length));
  }
  return (
    <div className="grid gap-1.5">
      <Field label="From the comment bank" hint="Type to find, arrows to choose, Enter to insert.">
        {(control) => (
          <TextInput
            {...control}
            role="combobox"
            aria-expanded={offered.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Comments in the bank"
        className="max-h-48 overflow-y-auto rounded-md border border-line empty:hidden"
      >
        {offered.map((entry) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the box above, as the pattern has it.
          <div
            key={entry.id}
            id={`${id}-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={entry === chosen}
            onClick={() => pick(entry)}
            className={cx(
              "flex cursor-pointer items-baseline gap-3 px-3 py-1.5 text-sm hover:bg-sunken",
              entry === chosen && "bg-sunken ring-1 ring-accent ring-inset",
            )}
          >
            <span className="line-clamp-2 min-w-0 flex-1">{entry.body}</span>
            <span className="shrink-0 text-xs text-ink-2">
              {belonging(entry, place)}
              {entry.uses > 0 && <span className="tabular-nums"> · used {entry.uses}×</span>}
            </span>
          </div>
        ))}
      </div>
      {offered.length === 0 && query !== "" && (
        <p className="text-sm text-ink-2">Nothing in the bank holds these words.</p>
      )}
    </div>
  );
}

function belonging(entry: BankEntry, place: BankPlace): string {
  if (entry.pointId !== null) return entry.pointId === place.pointId ? "this point" : "another point";
  if (entry.stage !== null) return entry.stage === place.stage ? "this stage" : "another stage";
  return "any place";
}
