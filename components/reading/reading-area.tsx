"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { HighlightPanel } from "@/components/reading/highlight-panel";
import { PageText } from "@/components/reading/page-text";
import { ReadingAreaContext } from "@/components/reading/reading-area-context";
import { readingStore } from "@/components/reading/reading-store";
import { SelectionToolbar } from "@/components/reading/selection-toolbar";
import { usePaintedHighlights } from "@/components/reading/use-painted-highlights";
import { useReadingPosition } from "@/components/reading/use-reading-position";
import { quoteOf, type Span } from "@/lib/reading/passages";
import type { Highlight } from "@/lib/reading/reading";

/** Dialogs are loaded when somebody opens one. */
const HighlightDialog = dynamic(
  () => import("@/components/reading/highlight-dialog").then((file) => file.HighlightDialog),
  { ssr: false },
);
const SentencesDialog = dynamic(
  () => import("@/components/reading/sentences-dialog").then((file) => file.SentencesDialog),
  { ssr: false },
);

/** A marked passage of this page, or nothing when the span holds no words or too many. */
function highlightOf(path: string, page: PageText, span: Span): Highlight | null {
  const quote = quoteOf(page.text, span);
  if (!quote) return null;
  const section = page.sectionAt(span.start);
  return {
    ...quote,
    id: crypto.randomUUID(),
    path,
    anchor: section?.anchor ?? "",
    heading: (section?.heading ?? "").slice(0, 200),
    note: "",
    createdAt: new Date().toISOString(),
  };
}

type ReadingAreaProps = {
  /** The page's address: under it everything is kept. */
  path: string;
  children: ReactNode;
};

/** A text that can be marked and whose reader's place is kept. Without JavaScript it is just the text. */
export function ReadingArea({ path, children }: ReadingAreaProps) {
  const root = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Highlight | null>(null);
  const [sentencesOf, setSentencesOf] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { placed, lost, canPaint } = usePaintedHighlights(root, path, setEdited);
  useReadingPosition(root, path);

  const mark = useCallback(
    (spans: readonly Span[], withNote: boolean) => {
      if (!root.current) return;
      const page = new PageText(root.current);
      const made = spans.flatMap((span) => highlightOf(path, page, span) ?? []);
      const [only] = made;
      if (!only) return setSaid("This passage is too long to highlight. Choose a shorter one.");
      if (withNote && made.length === 1) return setEdited(only);
      for (const highlight of made) void readingStore.putHighlight(highlight);
      setSaid(made.length === 1 ? "Highlighted." : `${made.length} passages highlighted.`);
    },
    [path],
  );
  const context = useMemo(() => ({ path, chooseSentences: setSentencesOf }), [path]);

  return (
    <ReadingAreaContext value={context}>
      <div className="relative">
        <div ref={root}>{children}</div>
        <SelectionToolbar root={root} onMark={mark} />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <HighlightPanel placed={placed} lost={lost} canPaint={canPaint} onEdit={setEdited} />
      {sentencesOf !== null && (
        <SentencesDialog
          root={root}
          anchor={sentencesOf}
          onMark={mark}
          onClose={() => setSentencesOf(null)}
        />
      )}
      {edited && <HighlightDialog highlight={edited} onClose={() => setEdited(null)} onSaid={setSaid} />}
    </ReadingAreaContext>
  );
}
