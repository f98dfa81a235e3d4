import { useState } from "react";
import { FileDrop } from "@/components/lab/data/core/file-drop";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import type { RatingsView } from "@/components/lab/data/ratings/ratings-view";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { TitlesInspection } from "@/lib/pipeline/workers/calls/ratings-calls";

/** Titles from a second file, so that items have names; optional. */
export function TitlesPart({ store, view }: { store: RatingsStore; view: RatingsView }) {
  const { titles } = view;
  return (
    <Disclosure summary="Give the items names, from a second file" open={titles !== null}>
      <div className="grid gap-3">
        <FileDrop
          title="A file of titles"
          label="Choose a file of titles"
          hint="movies.csv, u.item, movies.dat, or any table with an id and a title."
          chosen={
            titles?.step === "read"
              ? `${titles.name}: ${formatCount(titles.named)} of ${formatCount(titles.items)} items named`
              : titles?.file.name
          }
          onFiles={([chosen]) => chosen && void store.chooseTitles(chosen.file)}
        />
        {titles?.step === "columns" && (
          <TitleColumns
            key={titles.file.name}
            inspection={titles.inspection}
            onConfirm={(item, title) => void store.readTitles(item, title)}
          />
        )}
      </div>
    </Disclosure>
  );
}

type TitleColumnsProps = {
  inspection: TitlesInspection;
  onConfirm: (item: number, title: number) => void;
};

function TitleColumns({ inspection, onConfirm }: TitleColumnsProps) {
  const [item, setItem] = useState(inspection.layout.item);
  const [title, setTitle] = useState(inspection.layout.title);
  const fields = [
    ["Item id", item, setItem],
    ["Title", title, setTitle],
  ] as const;
  return (
    <div className="flex flex-wrap items-end gap-3">
      {fields.map(([label, value, onChange]) => (
        <Field key={label} label={label} className="w-full sm:w-64">
          {(control) => (
            <Select {...control} value={value} onChange={(event) => onChange(Number(event.target.value))}>
              {inspection.columns.map((name, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity; names may repeat.
                <option key={c} value={c}>
                  {name}: {inspection.firstRows[0]?.[c]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Button variant="primary" disabled={item === title} onClick={() => onConfirm(item, title)}>
        Use these names
      </Button>
    </div>
  );
}
