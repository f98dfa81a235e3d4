"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ContinueReading, type ReadablePage } from "@/components/reading/continue-reading";
import { HighlightDialog } from "@/components/reading/highlight-dialog";
import { KeptWhere } from "@/components/reading/kept-where";
import { BookmarkList, HighlightList, ProgressList } from "@/components/reading/reading-lists";
import { useReading } from "@/components/reading/use-reading";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { formatWithNoun } from "@/lib/framework/units";
import { type Highlight, isEmptyReading, type Reading } from "@/lib/reading/reading";
import { readingToMarkdown } from "@/lib/reading/reading-to-markdown";

/** Everything of one page, or of all, that holds the words. */
function filtered(reading: Reading, path: string, words: string): Reading {
  const wanted = words.trim().toLowerCase();
  const holds = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  const isHere = (one: { path: string }) => path === "" || one.path === path;
  return {
    progress: reading.progress.filter((one) => isHere(one) && holds(one.heading, one.path)),
    bookmarks: reading.bookmarks.filter((one) => isHere(one) && holds(one.heading)),
    highlights: reading.highlights.filter((one) => isHere(one) && holds(one.heading, one.quote, one.note)),
  };
}

function download(markdown: string) {
  const url = URL.createObjectURL(new Blob([markdown], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "shortlist-reading.md";
  link.click();
  URL.revokeObjectURL(url);
}

/** All that one's reading left: how far, where, and what was marked. Given the site's pages, filled in by the browser. */
export function ReadingView({ pages }: { pages: readonly ReadablePage[] }) {
  const { place, reading, problem } = useReading();
  const [path, setPath] = useState("");
  const [words, setWords] = useState("");
  const [edited, setEdited] = useState<Highlight | null>(null);
  const [said, setSaid] = useState("");
  if (place === "loading") return <p className="text-ink-2">Looking up your reading…</p>;
  if (isEmptyReading(reading))
    return (
      <EmptyState title="Nothing is kept yet" action={<Link href="/framework">Read the framework</Link>}>
        Read a chapter or a case and your place in it is kept. Beside every heading is a bookmark; select
        words in a text to highlight them.
      </EmptyState>
    );
  const titles = new Map(pages.map((page) => [page.path, page.title]));
  const shown = filtered(reading, path, words);
  const lists = { titles, reading: shown, onEdit: setEdited, onSaid: setSaid };
  return (
    <div className="grid max-w-3xl gap-10">
      <div>
        <ContinueReading pages={pages} hasLink={false} />
        <KeptWhere />
        {problem && (
          <p role="alert" className="mt-2 text-sm text-bad">
            {problem}
          </p>
        )}
        <div className="mt-5 flex flex-wrap items-end gap-4">
          <Field label="Text" className="w-56">
            {(control) => (
              <Select {...control} value={path} onChange={(event) => setPath(event.target.value)}>
                <option value="">All texts</option>
                {pages.map((page) => (
                  <option key={page.path} value={page.path}>
                    {page.title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Holding the words" className="w-56">
            {(control) => (
              <TextInput {...control} value={words} onChange={(event) => setWords(event.target.value)} />
            )}
          </Field>
          <Button
            icon={<Download size={16} aria-hidden />}
            onClick={() => download(readingToMarkdown(shown, titles, location.origin))}
          >
            Export as Markdown
          </Button>
        </div>
        <p role="status" className="mt-2 text-sm text-ink-2">
          {said ||
            [
              formatWithNoun(shown.highlights.length, "highlight"),
              formatWithNoun(shown.bookmarks.length, "bookmark"),
              `${formatWithNoun(shown.progress.length, "text")} begun.`,
            ].join(", ")}
        </p>
      </div>
      <HighlightList {...lists} />
      <BookmarkList {...lists} />
      <ProgressList {...lists} />
      {edited && <HighlightDialog highlight={edited} onClose={() => setEdited(null)} onSaid={setSaid} />}
    </div>
  );
}
