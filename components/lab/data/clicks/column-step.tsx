import type { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import { layoutProblem } from "@/components/lab/data/clicks/clicks-view";
import { FirstRows } from "@/components/lab/data/core/first-rows";
import { EVIDENCE_WORDS, SEPARATOR_WORDS } from "@/components/lab/data/core/layout-words";
import { Step } from "@/components/lab/data/core/step";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import type { ClickFileLayout, ClicksInspection } from "@/lib/pipeline/workers/calls/clicks-calls";

type TableLayout = Extract<ClickFileLayout, { kind: "table" }>;
type ColumnStepProps = {
  store: ClicksStore;
  inspection: ClicksInspection;
  layout: ClickFileLayout;
  isRead: boolean;
};

function describeLayout(layout: ClickFileLayout): string {
  if (layout.kind === "table")
    return `${layout.columns.length} columns separated by ${SEPARATOR_WORDS[layout.separator]}. One holds the label, the others are features unless they are left out.`;
  return layout.width === null
    ? "libfm, with rows of different lengths: each is a bag of features that share one vocabulary."
    : `libfm, with ${layout.width} features on each row: each place is a field of its own.`;
}

/** The first rows, which column is the label and which are features: a guess to be confirmed or changed. */
export function ColumnStep({ store, inspection, layout, isRead }: ColumnStepProps) {
  const problem = layoutProblem(layout);
  const names =
    layout.kind === "table"
      ? layout.columns
      : Array.from({ length: Math.max(1, ...inspection.firstRows.map((row) => row.length)) }, (_, c) =>
          c === 0 ? "label" : `place ${c}`,
        );
  const roleOf = (c: number) => {
    if (layout.kind === "libfm") return c === 0 ? "label" : "feature";
    if (c === layout.label) return "label";
    return layout.fields.includes(c) ? "feature" : null;
  };
  return (
    <Step number={1} title="What the columns hold" takesFocus lead={describeLayout(layout)}>
      <FirstRows columns={names} rows={inspection.firstRows} roleOf={roleOf} />
      {layout.kind === "table" && <TableChoices store={store} inspection={inspection} layout={layout} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant={isRead ? "secondary" : "primary"}
          disabled={problem !== null}
          onClick={() => void store.read()}
        >
          {isRead ? "Read it again" : "Read the whole file"}
        </Button>
        {problem && <p className="text-sm text-bad">{problem}</p>}
      </div>
    </Step>
  );
}

type TableChoicesProps = { store: ClicksStore; inspection: ClicksInspection; layout: TableLayout };

function TableChoices({ store, inspection, layout }: TableChoicesProps) {
  const guessed = inspection.layout.kind === "table" ? inspection.layout.label : null;
  const hint =
    guessed === layout.label ? `recognised ${EVIDENCE_WORDS[inspection.labelBecause]}` : "chosen by you";
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="grid content-start gap-3">
        <Field label="Label: clicked or not" hint={hint}>
          {(control) => (
            <Select
              {...control}
              value={layout.label}
              onChange={({ target }) => store.setLabel(Number(target.value))}
            >
              {layout.columns.map((name, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity; names may repeat.
                <option key={c} value={c}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Checkbox
          label="The first line is a header"
          checked={layout.hasHeader}
          onChange={(event) => void store.setHeader(event.target.checked)}
        />
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-1.5 text-sm font-medium">Features</legend>
        <div className="grid max-h-56 gap-x-6 gap-y-0.5 overflow-y-auto sm:grid-cols-2 xl:grid-cols-3">
          {layout.columns.map((name, c) =>
            c === layout.label ? null : (
              <Checkbox
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity; names may repeat.
                key={c}
                label={name}
                hint={inspection.rowIds.includes(c) ? "names each row apart: nothing to learn" : undefined}
                checked={layout.fields.includes(c)}
                onChange={(event) => store.setField(c, event.target.checked)}
              />
            ),
          )}
        </div>
      </fieldset>
    </div>
  );
}
