"use client";

import { Bookmark as BookmarkIcon, Highlighter } from "lucide-react";
import { useContext } from "react";
import { ReadingAreaContext } from "@/components/reading/reading-area-context";
import { readingStore } from "@/components/reading/reading-store";
import { useReading } from "@/components/reading/use-reading";

const wordsOf = (anchor: string) => (document.getElementById(anchor)?.textContent ?? "").trim().slice(0, 200);

/** Beside a heading of a text that is read: bookmark it, or choose sentences under it. The room is kept from the start. */
export function HeadingTools({ anchor }: { anchor: string }) {
  const area = useContext(ReadingAreaContext);
  const { place, reading } = useReading();
  if (!area) return null;
  const { path } = area;
  const isSet = reading.bookmarks.some((one) => one.path === path && one.anchor === anchor);
  const toggle = () => {
    const createdAt = new Date().toISOString();
    void readingStore.setBookmark({ path, anchor, heading: wordsOf(anchor), createdAt }, !isSet);
  };
  return (
    <span className="prose-tools print:hidden">
      {place !== "loading" && (
        <>
          <button
            type="button"
            className="prose-tool"
            aria-pressed={isSet}
            aria-label="Bookmark this section"
            aria-describedby={anchor}
            title={isSet ? "Remove the bookmark" : "Bookmark this section"}
            onClick={toggle}
          >
            <BookmarkIcon size={16} aria-hidden fill={isSet ? "currentColor" : "none"} />
          </button>
          <button
            type="button"
            className="prose-tool"
            aria-haspopup="dialog"
            aria-label="Highlight sentences of this section"
            aria-describedby={anchor}
            title="Highlight sentences of this section"
            onClick={() => area.chooseSentences(anchor)}
          >
            <Highlighter size={16} aria-hidden />
          </button>
        </>
      )}
    </span>
  );
}
