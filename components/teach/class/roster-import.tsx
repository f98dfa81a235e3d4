"use client";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { decodeRoster } from "@/lib/classroom/roster/decode-roster";
import { ROSTER_MAX_BYTES } from "@/lib/classroom/roster/limits";
import { countFates } from "@/lib/classroom/roster/plan-import";
import type { ImportOutcome, ImportRequest, RosterPreview } from "@/lib/data/roster/import-roster";
import { RosterPreviewView } from "./roster-preview";

type RosterImportProps = {
  classId: string;
  preview: (input: { classId: string; text: string }) => Promise<ActionResult<RosterPreview>>;
  run: (input: { classId: string } & ImportRequest) => Promise<ActionResult<ImportOutcome>>;
};
type Checked = { text: string; plan: RosterPreview };

const outcomeWords = ({ added, changed, dropped }: ImportOutcome): string =>
  added + changed + dropped === 0
    ? "The roster is as the file says already; nothing was changed."
    : `The roster is imported: ${added} new, ${changed} changed, ${dropped} dropped.`;

/** Choose or paste, see what would happen to each row, then import exactly that. */
export function RosterImport({ classId, preview, run }: RosterImportProps) {
  const { busy, message, failed, act } = useAct();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);

  function check(roster: string) {
    setChecked(null);
    setProblem(null);
    void act(
      "check",
      () => preview({ classId, text: roster }),
      (plan) => {
        setChecked({ text: roster, plan });
        return undefined;
      },
    );
  }
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // The same file, put right and chosen again, is a change as well.
    event.target.value = "";
    if (!file) return;
    if (file.size > ROSTER_MAX_BYTES) return setProblem("The file is larger than 1 MB.");
    const decoded = decodeRoster(new Uint8Array(await file.arrayBuffer()));
    setText(decoded);
    check(decoded);
  }
  function importAll({ text, plan }: Checked, dropAbsent: boolean) {
    const { new: added, changed } = countFates(plan.rows);
    const shown = { new: added, changed, absent: plan.absent.length };
    void act(
      "import",
      () => run({ classId, text, dropAbsent, shown }),
      (outcome) => {
        setChecked(null);
        setText("");
        return outcomeWords(outcome);
      },
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    check(text);
  }
  return (
    <div className="grid gap-6">
      <form onSubmit={submit} className="grid max-w-3xl gap-4" noValidate>
        <Field
          label="File"
          hint="CSV or tab-separated text, up to 1 MB and 10,000 rows, as Canvas, Moodle, Gradescope and spreadsheets export it."
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={take}
              className="text-sm file:mr-3 file:rounded-md file:border file:border-solid file:border-line-strong file:bg-raised file:px-3 file:py-1.5 file:text-ink"
            />
          )}
        </Field>
        <Field
          label="Or paste the rows"
          hint="The first row names the columns: email, name (or first name and last name), and student number, section and role if you have them."
        >
          {(control) => (
            <TextArea
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
              rows={6}
              spellCheck={false}
              className="font-mono"
              placeholder={"email,name,student number,section\nada@example.org,Ada Lovelace,0017,A"}
            />
          )}
        </Field>
        <Button
          type="submit"
          className="justify-self-start"
          busyLabel={busy === "check" ? "Checking …" : undefined}
        >
          Check
        </Button>
        <StatusLine tone={problem || failed ? "bad" : "good"}>{problem ?? message}</StatusLine>
      </form>
      {checked && (
        <RosterPreviewView
          plan={checked.plan}
          isBusy={busy === "import"}
          onImport={(dropAbsent) => importAll(checked, dropAbsent)}
        />
      )}
    </div>
  );
}
