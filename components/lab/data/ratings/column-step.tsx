import { FirstRows } from "@/components/lab/data/core/first-rows";
import { EVIDENCE_WORDS, SEPARATOR_WORDS } from "@/components/lab/data/core/layout-words";
import { Step } from "@/components/lab/data/core/step";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import {
  type ColumnChoice,
  columnProblem,
  type RatingsView,
} from "@/components/lab/data/ratings/ratings-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import type { Role } from "@/lib/pipeline/data-sets/columns";
import type { TimeFormat } from "@/lib/pipeline/data-sets/times";
import type { RatingsInspection } from "@/lib/pipeline/workers/calls/ratings-calls";

const ROLE_FIELDS: readonly { role: Role; label: string; none?: string }[] = [
  { role: "user", label: "User" },
  { role: "item", label: "Item" },
  { role: "rating", label: "Rating", none: "none: each row is a like" },
  { role: "time", label: "Time", none: "none" },
];
const TIME_WORDS: Record<TimeFormat, string> = {
  seconds: "Seconds since 1970, or any count",
  milliseconds: "Milliseconds since 1970",
  date: "ISO dates (2019-12-31, 2019-12-31T23:59:59Z)",
};

type ColumnStepProps = {
  store: RatingsStore;
  view: RatingsView;
  inspection: RatingsInspection;
  columns: ColumnChoice;
};

/** The first rows, and which column is what: a guess to be confirmed or changed. */
export function ColumnStep({ store, view, inspection, columns }: ColumnStepProps) {
  const problem = columnProblem(columns);
  const roleOf = (c: number) =>
    ROLE_FIELDS.find(({ role }) => columns.roles[role] === c)?.label.toLowerCase() ?? null;
  return (
    <Step
      number={1}
      title="What the columns hold"
      takesFocus
      lead={`${inspection.columns.length} columns separated by ${SEPARATOR_WORDS[inspection.separator]}. Check the guess against the first rows.`}
    >
      <FirstRows columns={inspection.columns} rows={inspection.firstRows} roleOf={roleOf} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {ROLE_FIELDS.map(({ role, label, none }) => (
          <RoleField
            key={role}
            role={role}
            label={label}
            none={none}
            inspection={inspection}
            columns={columns}
            onChange={(changed) => store.setColumns(changed)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        {columns.roles.time !== null && (
          <Field label="Times are" className="w-full sm:w-72">
            {(control) => (
              <Select
                {...control}
                value={columns.timeFormat}
                onChange={(event) =>
                  store.setColumns({ ...columns, timeFormat: event.target.value as TimeFormat })
                }
              >
                {Object.entries(TIME_WORDS).map(([format, words]) => (
                  <option key={format} value={format}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Checkbox
          label="The first line is a header"
          className="py-1.5"
          checked={inspection.hasHeader}
          onChange={(event) => void store.setHeader(event.target.checked)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant={view.reading ? "secondary" : "primary"}
          disabled={problem !== null}
          onClick={() => void store.read()}
        >
          {view.reading ? "Read it again" : "Read the whole file"}
        </Button>
        {problem && <p className="text-sm text-bad">{problem}</p>}
      </div>
    </Step>
  );
}

type RoleFieldProps = {
  role: Role;
  label: string;
  none: string | undefined;
  inspection: RatingsInspection;
  columns: ColumnChoice;
  onChange: (columns: ColumnChoice) => void;
};

function RoleField({ role, label, none, inspection, columns, onChange }: RoleFieldProps) {
  const column = columns.roles[role];
  const { guess } = inspection;
  const evidence = guess.because[role];
  const hint =
    evidence && guess.roles[role] === column
      ? `recognised ${EVIDENCE_WORDS[evidence]}`
      : column === null
        ? "no column"
        : "chosen by you";
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={column ?? ""}
          onChange={({ target }) =>
            onChange({
              ...columns,
              roles: { ...columns.roles, [role]: target.value === "" ? null : Number(target.value) },
            })
          }
        >
          {(none !== undefined || column === null) && <option value="">{none ?? "choose a column"}</option>}
          {inspection.columns.map((name, c) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity; names may repeat.
            <option key={c} value={c}>
              {name || `column ${c + 1}`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
