"use client";
import { useState } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import {
  countFates,
  FATES,
  type FieldChange,
  type PlannedRow,
  type RowFate,
} from "@/lib/classroom/roster/plan-import";
import type { RosterPreview } from "@/lib/data/roster/import-roster";

const WORDS: Record<RowFate["kind"], string> = {
  new: "New",
  changed: "Changed",
  unchanged: "Unchanged",
  duplicate: "Duplicate",
  problem: "Problem",
};
const TONES: Record<RowFate["kind"], Tone> = {
  new: "good",
  changed: "accent",
  unchanged: "neutral",
  duplicate: "warn",
  problem: "bad",
};
const FIELD_WORDS: Record<FieldChange["field"], string> = {
  name: "name",
  studentNumber: "student number",
  section: "section",
  role: "role",
};
const ROWS_AT_FIRST = 200;

const change = ({ field, before, after }: FieldChange) =>
  `${FIELD_WORDS[field]}: ${before ?? "none"} → ${after ?? "none"}`;

function detailsOf(fate: RowFate): string {
  if (fate.kind === "changed") return fate.changes.map(change).join("; ");
  if (fate.kind === "duplicate") return `The same email as row ${fate.of}, which counts.`;
  if (fate.kind === "problem") return fate.problems.join(" ");
  if (fate.kind === "new")
    return [fate.person.studentNumber, fate.person.section, fate.person.role === "assistant" && "assistant"]
      .filter(Boolean)
      .join(", ");
  return "";
}

function Fates({ rows }: { rows: readonly PlannedRow[] }) {
  const [kind, setKind] = useState<RowFate["kind"] | "all">("all");
  const [isWhole, setWhole] = useState(false);
  const counts = countFates(rows);
  const found = kind === "all" ? rows : rows.filter(({ fate }) => fate.kind === kind);
  const shown = isWhole ? found : found.slice(0, ROWS_AT_FIRST);
  return (
    <div className="grid gap-3">
      <Field label="Rows" className="max-w-64">
        {(control) => (
          <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
            <option value="all">All {rows.length}</option>
            {FATES.filter((each) => counts[each] > 0).map((each) => (
              <option key={each} value={each}>
                {WORDS[each]} {counts[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Table
        dense
        caption="What becomes of each row"
        hideCaption
        rows={shown}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: "row", header: "Row", numeric: true, cell: ({ row }) => row },
          { key: "shown", header: "Who", rowHeader: true, cell: ({ shown }) => shown || "(not readable)" },
          {
            key: "fate",
            header: "Fate",
            cell: ({ fate }) => <Badge tone={TONES[fate.kind]}>{WORDS[fate.kind]}</Badge>,
          },
          { key: "details", header: "Details", className: "min-w-48", cell: ({ fate }) => detailsOf(fate) },
        ]}
      />
      {shown.length < found.length && (
        <Button size="small" className="justify-self-start" onClick={() => setWhole(true)}>
          Show all {found.length}
        </Button>
      )}
    </div>
  );
}

type RosterPreviewViewProps = {
  plan: RosterPreview;
  isBusy: boolean;
  onImport: (dropAbsent: boolean) => void;
};

/** Nothing is written yet: this is what the import will do, and all that it will do. */
export function RosterPreviewView({ plan, isBusy, onImport }: RosterPreviewViewProps) {
  const [dropAbsent, setDropAbsent] = useState(false);
  const { rows, absent, ignored } = plan;
  const counts = countFates(rows);
  return (
    <section aria-labelledby="preview" className="grid gap-4 border-t border-line pt-6">
      <h2 id="preview" className="text-lg font-semibold">
        What the import will do
      </h2>
      <p className="text-sm text-ink-2">
        {counts.new} new, {counts.changed} changed, {counts.unchanged} unchanged, {counts.duplicate}{" "}
        duplicate, {counts.problem} with a problem. Nothing is written yet; rows with a problem are left out.
        {ignored.length > 0 && ` Columns that are not used: ${ignored.join(", ")}.`}
      </p>
      <Fates rows={rows} />
      {absent.length > 0 && (
        <div className="grid gap-2">
          <Checkbox
            checked={dropAbsent}
            onChange={(event) => setDropAbsent(event.target.checked)}
            label={`Drop ${absent.length === 1 ? "the one person" : `the ${absent.length} people`} on the roster who ${absent.length === 1 ? "is" : "are"} not in this file`}
            hint="They stay unless you ask for it. Who has joined stays a member in any case."
          />
          <details className="text-sm">
            <summary className="cursor-pointer text-ink-2">Who that is</summary>
            <ul className="mt-2 grid gap-1">
              {absent.map(({ entryId, name, email }) => (
                <li key={entryId}>
                  {name}, {email}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
      <Button
        variant="primary"
        className="justify-self-start"
        onClick={() => onImport(dropAbsent)}
        busyLabel={isBusy ? "Importing …" : undefined}
      >
        Import
      </Button>
    </section>
  );
}
