import type { DataStore } from "@/components/lab/data/data-store";
import type { DataLabView } from "@/components/lab/data/data-view";
import { FileDrop } from "@/components/lab/data/file-drop";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { Disclosure } from "@/components/ui/disclosure";

/** The one thing there is to do at first. */
export function FileStep({ store, view }: { store: DataStore; view: DataLabView }) {
  const { file } = view;
  return (
    <div className="grid max-w-3xl gap-3">
      <FileDrop
        label="A file of ratings"
        hint="Text with a row a rating: CSV, TSV, or any of the MovieLens layouts (u.data, ratings.dat, ratings.csv). Or drop it here."
        chosen={file ? `${file.name}, ${formatBytes(file.size)}` : undefined}
        onFile={(chosen) => void store.choose(chosen)}
      />
      <Disclosure summary="What is read, and what the limits are">
        <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm text-ink-2">
          <li>
            Columns separated by commas, semicolons, tabs, bars or <code>::</code>, with or without a header
            and quotes. A user and an item are needed; a rating and a time are used when they are there.
          </li>
          <li>
            The file is read in pieces by a worker of this tab and kept there as numbers, about 20 bytes a
            row. Closing the tab forgets it.
          </li>
          <li>
            Item-to-item weights and the two-tower cover the 1,800 to 3,000 items with most ratings, because
            they need the square of that many numbers. Rarer items, up to 50,000 in all, are reached through
            users with the same taste.
          </li>
          <li>
            A time split needs times. Without them, the order of a user's ratings says nothing and is not
            used.
          </li>
        </ul>
      </Disclosure>
    </div>
  );
}
