import type { ChosenFile } from "@/components/lab/data/core/data-store";
import { FileDrop } from "@/components/lab/data/core/file-drop";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { formatCount } from "@/components/lab/format";
import { Disclosure } from "@/components/ui/disclosure";

function describeChosen(chosen: readonly ChosenFile[]): string | undefined {
  const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
  if (chosen.length === 0) return undefined;
  const what = chosen.length === 1 ? chosen[0]?.path : `${formatCount(chosen.length)} files`;
  return `${what}, ${formatBytes(bytes)}`;
}

type FileStepProps = { chosen: readonly ChosenFile[]; onFiles: (files: ChosenFile[]) => void };

/** The one thing there is to do at first. */
export function FileStep({ chosen, onFiles }: FileStepProps) {
  return (
    <div className="grid max-w-3xl gap-3">
      <FileDrop
        title="Ratings, clicks, judged documents or a search collection"
        hint="One file, several, or a folder; or drop them here. What they are is recognised from their first lines."
        label="Choose files"
        folderLabel="Choose a folder"
        isMultiple
        chosen={describeChosen(chosen)}
        onFiles={onFiles}
      />
      <Disclosure summary="What is read, and what the limits are">
        <Limits />
      </Disclosure>
    </div>
  );
}

const KINDS = [
  [
    "Ratings",
    "A row a rating: CSV, TSV, or any of the MovieLens layouts (u.data, ratings.dat, ratings.csv). Item-to-item weights and the two-tower cover the 1,800 to 3,000 items with most ratings, because they need the square of that many numbers; rarer items, up to 50,000 in all, are reached through users with the same taste.",
  ],
  [
    "Clicks",
    "A row an impression: a table with a column of 0 and 1 and columns of features, or libfm. One file, or one each to learn from, to stop on and to measure on. Up to 100 million cells and 3 million different values, about 700 MB of memory at worst; a column of row ids is what fills it, and can be left out.",
  ],
  [
    "Judged documents",
    "SVMlight with qid: (LETOR), or LightGBM's layout with its .query file. Up to 60 million numbers as a table (rows times features); more is refused before it is learnt from.",
  ],
  [
    "A search collection",
    "A BEIR folder: corpus.jsonl, queries.jsonl, qrels/test.tsv and, if there is one, qrels/train.tsv. A corpus of up to 40 MB, some 25,000 abstracts: its indexes take about 25 times as much memory, a gigabyte. A larger one is refused before it is read.",
  ],
] as const;

function Limits() {
  return (
    <div className="grid max-w-prose gap-3 text-sm text-ink-2">
      <p>
        Files are read in pieces by a worker of this tab and kept there as numbers. Closing the tab, or
        choosing other files, forgets them. Columns may be separated by commas, semicolons, tabs, bars or{" "}
        <code>::</code>, with or without a header and quotes.
      </p>
      <dl className="grid gap-2">
        {KINDS.map(([kind, words]) => (
          <div key={kind}>
            <dt className="font-medium text-ink">{kind}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
