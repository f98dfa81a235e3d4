"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { percent } from "@/components/reading/continue-reading";
import { readingStore } from "@/components/reading/reading-store";
import { Button } from "@/components/ui/button";
import { readable } from "@/lib/reading/passages";
import type { Highlight, Reading } from "@/lib/reading/reading";
import { placeOf } from "@/lib/reading/resume";

export type ReadingListProps = {
  /** Path of a page -> its title. */
  titles: ReadonlyMap<string, string>;
  reading: Reading;
  onEdit: (highlight: Highlight) => void;
  /** Told what happened, in words. */
  onSaid: (words: string) => void;
};

function List({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl font-semibold">
        {title}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">{children}</ul>
    </section>
  );
}

/** The page and the heading in it, as one link. */
function PlaceLink({
  one,
  titles,
  href,
}: { one: Highlight | Place; href: string } & Pick<ReadingListProps, "titles">) {
  const title = titles.get(one.path) ?? one.path;
  return (
    <Link href={href} className="font-medium">
      {title}
      {one.heading && ` > ${one.heading}`}
    </Link>
  );
}
type Place = { path: string; anchor: string; heading: string };

export function HighlightList({ titles, reading, onEdit, onSaid }: ReadingListProps) {
  if (reading.highlights.length === 0) return null;
  return (
    <List title="Highlights" id="highlights">
      {reading.highlights.map((one) => (
        <li key={one.id} className="grid gap-2 py-4">
          <PlaceLink one={one} titles={titles} href={`${one.path}#highlight-${one.id}`} />
          <blockquote className="border-l-2 border-warn pl-3 font-serif text-ink-2">
            {readable(one.quote)}
          </blockquote>
          {one.note && <p className="text-sm whitespace-pre-wrap">{one.note}</p>}
          <div className="-ml-2 flex gap-1">
            <Button size="small" variant="quiet" onClick={() => onEdit(one)}>
              {one.note ? "Change the note" : "Add a note"}
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Delete the highlight “${readable(one.quote).slice(0, 60)}”`}
              onClick={() => {
                void readingStore.deleteHighlight(one.id);
                onSaid("The highlight is deleted.");
              }}
            >
              Delete
            </Button>
          </div>
        </li>
      ))}
    </List>
  );
}

export function BookmarkList({ titles, reading, onSaid }: ReadingListProps) {
  if (reading.bookmarks.length === 0) return null;
  return (
    <List title="Bookmarks" id="bookmarks">
      {reading.bookmarks.map((one) => (
        <li key={placeOf(one)} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
          <PlaceLink one={one} titles={titles} href={placeOf(one)} />
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove the bookmark at ${one.heading}`}
            onClick={() => {
              void readingStore.setBookmark(one, false);
              onSaid("The bookmark is removed.");
            }}
          >
            Remove
          </Button>
        </li>
      ))}
    </List>
  );
}

export function ProgressList({ titles, reading, onSaid }: ReadingListProps) {
  if (reading.progress.length === 0) return null;
  const latest = [...reading.progress].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <List title="Progress" id="progress">
      {latest.map((one) => (
        <li key={one.path} className="flex flex-wrap items-baseline gap-x-4 py-2.5">
          <PlaceLink one={one} titles={titles} href={placeOf(one)} />
          <span className="ml-auto text-sm text-ink-2 tabular-nums">
            {one.isFinished ? "Read to the end" : `${percent(one.share)} read`}
          </span>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Forget the progress in ${titles.get(one.path) ?? one.path}`}
            onClick={() => {
              void readingStore.forgetProgress(one.path);
              onSaid("The progress is forgotten.");
            }}
          >
            Forget
          </Button>
        </li>
      ))}
    </List>
  );
}
