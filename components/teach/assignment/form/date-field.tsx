"use client";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { DateInput } from "@/lib/classroom/assignment-input";
import { readerWords, refusalWords, wallWords, zoneWords } from "@/lib/classroom/dates/date-words";
import { type Fold, type ResolvedWallTime, resolveWallTime } from "@/lib/classroom/dates/wall-time";
import { useOwnZone } from "../use-own-zone";

type DateFieldProps = {
  label: string;
  hint?: string;
  error: string | undefined;
  timeZone: string;
  value: DateInput;
  onChange: (value: DateInput) => void;
};

/** Which of two times is meant, where clocks were put back over it. */
function FoldChoice({
  resolved,
  value,
  onChange,
}: Pick<DateFieldProps, "value" | "onChange"> & { resolved: ResolvedWallTime & { kind: "twice" } }) {
  const name = useId();
  const choices: [Fold, string][] = [
    ["earlier", `The first, at UTC${resolved.earlier.offset}`],
    ["later", `The second, at UTC${resolved.later.offset}`],
  ];
  return (
    <fieldset className="grid gap-1 text-sm">
      <legend className="text-warn">Clocks go back that night: this time comes twice. Which is meant?</legend>
      {choices.map(([fold, words]) => (
        <label key={fold} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name={name}
            className="accent-accent"
            checked={value.fold === fold}
            onChange={() => onChange({ ...value, fold })}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

/** A date of the class: typed as its wall shows it, with what the reader's own clock shows, and what clocks do to it. */
export function DateField({ label, hint, error, timeZone, value, onChange }: DateFieldProps) {
  const own = useOwnZone();
  const resolved = resolveWallTime(value.wall, timeZone);
  const refusal = resolved.kind === "never" ? refusalWords(resolved, timeZone) : null;
  const atMs =
    resolved.kind === "one" ? resolved.atMs : resolved.kind === "twice" ? resolved[value.fold].atMs : null;
  return (
    <div className="grid gap-1.5">
      <Field label={label} hint={hint} error={refusal ?? error}>
        {(control) => (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextInput
              {...control}
              type="datetime-local"
              className="max-w-60 tabular-nums"
              value={value.wall}
              onChange={({ target }) => onChange({ wall: target.value.slice(0, 16), fold: "earlier" })}
            />
            <span className="text-sm text-ink-2 tabular-nums">
              {zoneWords(timeZone)}
              {own && atMs !== null && ` · ${readerWords(atMs, timeZone, own)}`}
            </span>
          </span>
        )}
      </Field>
      {resolved.kind === "never" && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => onChange({ wall: resolved.next, fold: "earlier" })}
        >
          Use {wallWords(resolved.next)}
        </Button>
      )}
      {resolved.kind === "twice" && <FoldChoice resolved={resolved} value={value} onChange={onChange} />}
    </div>
  );
}
