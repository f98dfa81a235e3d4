"use client";
import { type FormEvent, useId } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select, TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { JoinSettings } from "@/lib/classroom/class-settings";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { JoinState } from "@/lib/data/class/load-overview";
import { JoinCode } from "./join-code";

type JoinSettingsFormProps = {
  classId: string;
  timeZone: string;
  join: JoinState;
  actions: {
    rotate: (input: { classId: string }) => Promise<ActionResult<void>>;
    switchOff: (input: { classId: string }) => Promise<ActionResult<void>>;
    change: (input: JoinSettings & { classId: string }) => Promise<ActionResult<void>>;
  };
};

const DAYS = ["1", "7", "30", "120"] as const;

function ExpiryField({ join, timeZone }: { join: JoinState; timeZone: string }) {
  return (
    <Field label="The code works" className="max-w-md">
      {(control) => (
        <Select {...control} name="expiry" defaultValue={join.expiresAt ? "keep" : "never"}>
          {join.expiresAt && (
            <option value="keep">until {dateWords(join.expiresAt.getTime(), timeZone)}</option>
          )}
          <option value="never">without end</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days === "1" ? "for one day from now" : `for ${days} days from now`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The code, a new one, none, and for how long, how many and whom it opens the class. */
export function JoinSettingsForm({ classId, timeZone, join, actions }: JoinSettingsFormProps) {
  const { busy, message, failed, act } = useAct();
  const formId = useId();
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const limit = String(data.get("limit") ?? "").trim();
    const settings = {
      classId,
      expiry: String(data.get("expiry")) as JoinSettings["expiry"],
      limit: limit === "" ? null : Number(limit),
      isRosterOnly: data.get("isRosterOnly") === "on",
    };
    void act(
      "save",
      () => actions.change(settings),
      () => "Saved.",
    );
  }
  return (
    <div className="grid gap-5">
      <div className="grid max-w-md gap-3">
        <JoinCode join={join} timeZone={timeZone} />
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            onClick={() =>
              act(
                "rotate",
                () => actions.rotate({ classId }),
                () => "The class has a new code; the one before is dead.",
              )
            }
            busyLabel={busy === "rotate" ? "Making a code …" : undefined}
          >
            {join.code === null ? "Switch on with a new code" : "New code"}
          </Button>
          {join.code !== null && (
            <Button
              size="small"
              onClick={() =>
                act(
                  "off",
                  () => actions.switchOff({ classId }),
                  () => "Nobody can join by a code now.",
                )
              }
              busyLabel={busy === "off" ? "Switching off …" : undefined}
            >
              Switch off
            </Button>
          )}
        </div>
      </div>
      {/* Named by what is kept, so that the fields start anew when that changes. */}
      <form
        id={formId}
        key={`${join.expiresAt?.toISOString()} ${join.limit} ${join.isRosterOnly}`}
        onSubmit={save}
        className="grid gap-4"
        noValidate
      >
        <ExpiryField join={join} timeZone={timeZone} />
        <Field label="How many may join with it" hint="Empty: any number." className="max-w-48">
          {(control) => (
            <TextInput
              {...control}
              name="limit"
              type="number"
              min={1}
              max={10_000}
              inputMode="numeric"
              defaultValue={join.limit ?? ""}
            />
          )}
        </Field>
        <Checkbox
          name="isRosterOnly"
          defaultChecked={join.isRosterOnly}
          label="Only people on the roster"
          hint="The code admits accounts with an address that the roster holds."
        />
        <Button
          type="submit"
          className="justify-self-start"
          busyLabel={busy === "save" ? "Saving …" : undefined}
        >
          Save
        </Button>
      </form>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
    </div>
  );
}
