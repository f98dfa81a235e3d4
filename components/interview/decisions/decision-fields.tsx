"use client";

import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import type { ChoiceField, DesignField, NumberField } from "@/lib/design/fields";
import type { Stage } from "@/lib/framework/stages";
import type { DecisionValue } from "@/lib/interview/events";
import { openConflicts } from "@/lib/interview/state";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";

function useDecision(field: string): [DecisionValue, (value: DecisionValue) => void] {
  const { store } = useInterview();
  const value = useInterviewState((state) => state.decisions[field]?.value ?? null);
  return [value, (next) => store.write({ kind: "decision-made", field, value: next })];
}

function Choice({ field }: { field: ChoiceField }) {
  const [value, decide] = useDecision(field.id);
  const canWrite = useCanWrite();
  const chosen = field.options.find((option) => option.value === value);
  return (
    <Field label={field.label} hint={chosen?.help ?? field.help}>
      {(control) => (
        <Select
          {...control}
          disabled={!canWrite}
          value={chosen?.value ?? ""}
          onChange={(event) => decide(event.target.value === "" ? null : event.target.value)}
        >
          <option value="">Not decided</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Amount({ field }: { field: NumberField }) {
  const [value, decide] = useDecision(field.id);
  const canWrite = useCanWrite();
  const isOutside = typeof value === "number" && (value < field.min || value > field.max);
  const error = isOutside
    ? `Between ${field.min} and ${field.max.toLocaleString("en")} ${field.unit}.`
    : undefined;
  return (
    <Field label={`${field.label} (${field.unit})`} hint={field.help} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={field.min}
          max={field.max}
          step={field.step}
          disabled={!canWrite}
          value={typeof value === "number" ? value : ""}
          onChange={(event) => {
            const number = event.target.valueAsNumber;
            decide(Number.isFinite(number) ? Math.round(number) : null);
          }}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}

/** Both choices of a field that two tabs set at once, until one is chosen again. */
function ChoiceConflicts({ fields }: { fields: readonly DesignField[] }) {
  const { store } = useInterview();
  const conflicts = useInterviewState((state) => state.conflicts);
  return openConflicts({ conflicts }).map((conflict) => {
    const field = conflict.of === "decision" ? fields.find(({ id }) => id === conflict.field) : undefined;
    if (conflict.of !== "decision" || !field) return null;
    return (
      <p key={conflict.id} className="rounded-md bg-warn-soft p-2 text-sm text-warn">
        {field.label} was set to {String(conflict.first)} and to {String(conflict.second)} at the same time;
        the second holds.{" "}
        <button
          type="button"
          className="min-h-6 underline"
          onClick={() => store.write({ kind: "conflict-resolved", conflictId: conflict.id })}
        >
          Good
        </button>
      </p>
    );
  });
}

/** The typed choices of a stage: what of the answer can be run. Coach mode only. */
export function DecisionFields({ stage }: { stage: Stage }) {
  const { decisionFields } = useInterview().loaded;
  const fields = decisionFields.filter((field) => field.stage === stage);
  if (fields.length === 0) return null;
  return (
    <fieldset className="@container grid gap-3 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm font-medium">Your decisions</legend>
      <ChoiceConflicts fields={fields} />
      <div className="grid items-end gap-x-4 gap-y-3 @md:grid-cols-2 @3xl:grid-cols-3">
        {fields.map((field) =>
          field.kind === "choice" ? (
            <Choice key={field.id} field={field} />
          ) : (
            <Amount key={field.id} field={field} />
          ),
        )}
      </div>
    </fieldset>
  );
}
