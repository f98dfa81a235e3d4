"use client";

import { type ReactNode, useEffect, useState } from "react";
import { formatCount } from "@/components/lab/format";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Spinner } from "@/components/ui/spinner";

const SHOWN = 40;

type PickerDialogProps<Item> = {
  title: string;
  searchLabel: string;
  /** "viewers". */
  items: string;
  /** Said while `list` is under way. */
  waiting: string;
  /** Everybody there is; a stable function, asked once. */
  list: () => Promise<readonly Item[]>;
  keyOf: (item: Item) => number;
  /** What a search looks through. */
  textOf: (item: Item) => string;
  onChoose: (item: Item) => void;
  onClose: () => void;
  /** What stands on an item's row. */
  children: (item: Item) => ReactNode;
};

/** One of many things of a world, found by words. Opening it asks for the list, which may start the pipeline. */
export function PickerDialog<Item>({ list, textOf, onClose, ...props }: PickerDialogProps<Item>) {
  const { title, searchLabel, items, waiting, keyOf, onChoose, children } = props;
  const [all, setAll] = useState<readonly Item[] | null>(null);
  const [query, setQuery] = useState("");
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    list().then(
      (listed) => isHere && setAll(listed),
      () => isHere && setFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [list]);
  const words = query.toLowerCase().split(/\s+/);
  const found = (all ?? []).filter((item) => {
    const text = textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Dialog open onClose={onClose} title={title}>
      <Field label={searchLabel}>
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      {hasFailed && (
        <p className="text-sm text-bad">The {items} could not be listed. Close this and try again.</p>
      )}
      {!all && !hasFailed && <Spinner>{waiting}</Spinner>}
      {all && (
        <>
          <p role="status" className="text-sm text-ink-2">
            {formatCount(found.length)} of {formatCount(all.length)} {items}
            {found.length > SHOWN && `, the first ${SHOWN} shown`}
          </p>
          <ul className="-mx-2 max-h-[50vh] overflow-y-auto overscroll-contain">
            {found.slice(0, SHOWN).map((item) => (
              <li key={keyOf(item)}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(item);
                    onClose();
                  }}
                  className="flex w-full cursor-pointer items-baseline gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  {children(item)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
