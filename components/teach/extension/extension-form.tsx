"use client";
import { useState } from "react";
import { NumberField } from "@/components/teach/assignment/form/number-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select, TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionFailure, ActionResult } from "@/lib/actions/result";
import type { AssignmentDates } from "@/lib/classroom/dates/effective-dates";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import type { ListedStudent } from "@/lib/data/assignment/list-students";
import { ExtensionDates } from "./extension-dates";
import { startOf } from "./extension-fields";

/** 1.25, 1.5 and 2 are what disability services usually grant. */
const MULTIPLIERS = [1, 1.25, 1.5, 1.75, 2] as const;
const UNREACHED: ActionFailure = {
  ok: false,
  code: "unavailable",
  message: "The server could not be reached. Nothing was saved.",
};

type ExtensionFormProps = {
  students: readonly ListedStudent[];
  assignment: AssignmentDates;
  timeZone: string;
  save: (input: ExtensionInput) => Promise<ActionResult<{ recomputed: number }>>;
  onDone: (recomputed: number) => void;
  onCancel: () => void;
};
type RulesProps = {
  input: ExtensionInput;
  change: (changes: Partial<ExtensionInput>) => void;
  errorOf: (field: string) => string | undefined;
};

function Rules({ input, change, errorOf }: RulesProps) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Time for an interview"
          hint="An attempt that runs gets the time as well, within seconds."
          error={errorOf("timeMultiplier")}
        >
          {(control) => (
            <Select
              {...control}
              value={input.timeMultiplier}
              onChange={({ target }) => change({ timeMultiplier: Number(target.value) })}
            >
              {MULTIPLIERS.map((multiplier) => (
                <option key={multiplier} value={multiplier}>
                  {multiplier === 1 ? "As everybody" : `${multiplier} times`}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <NumberField
          label="More attempts"
          hint="On top of the assignment's."
          min={0}
          max={10}
          step={1}
          error={errorOf("extraAttempts")}
          value={input.extraAttempts}
          onChange={(extraAttempts) => change({ extraAttempts: extraAttempts ?? 0 })}
        />
      </div>
      <Checkbox
        label="Excused"
        hint="Need not do it: it is left out of the student's total."
        checked={input.isExcused}
        onChange={({ target }) => change({ isExcused: target.checked })}
      />
      <Field
        label="Reason"
        hint="Seen by the staff alone, and not kept in the log."
        error={errorOf("reason")}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={input.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What one student or several are granted, in place of what they have. */
export function ExtensionForm(props: ExtensionFormProps) {
  const { students, assignment, timeZone, save, onDone, onCancel } = props;
  const [input, setInput] = useState(() => startOf(students, timeZone));
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (changes: Partial<ExtensionInput>) => setInput((current) => ({ ...current, ...changes }));
  const errorOf = (field: string) => failure?.fieldErrors?.[field]?.[0];
  const replaced = students.length > 1 ? students.filter(({ extension }) => extension).length : 0;
  async function submit() {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const result = await save(input).catch(() => UNREACHED);
    setBusy(false);
    if (result.ok) onDone(result.data.recomputed);
    else setFailure(result);
  }
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {replaced > 0 && (
        <p className="text-sm text-warn">
          {replaced} of them {replaced === 1 ? "has an extension, which is" : "have extensions, which are"}{" "}
          replaced.
        </p>
      )}
      <ExtensionDates {...{ assignment, timeZone, input, change, errorOf }} />
      <Rules {...{ input, change, errorOf }} />
      <StatusLine tone="bad">{failure?.message}</StatusLine>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busyLabel={isBusy ? "Saving" : undefined}>
          Save
        </Button>
      </div>
    </form>
  );
}
