"use client";

import { Command } from "cmdk";
import type { PaletteEntry } from "@/components/layout/palette-entries";
import type { SearchDocument, SearchKind } from "@/lib/search/index-file";
import type { Found, ResultGroup } from "@/lib/search/search-engine";
import { type MarkedText, markFound, snippetOf } from "@/lib/search/snippet";

const GROUP_NAMES: Record<SearchKind, string> = {
  chapter: "Chapters",
  case: "Cases",
  solution: "Solutions",
  term: "Terms",
  decision: "Decisions",
  page: "Go to",
  action: "Do",
};

function Marked({ text }: { text: MarkedText }) {
  return text.map(({ text: part, isFound }, index) => {
    const key = index;
    return isFound ? (
      <mark key={key} className="rounded-sm bg-accent-soft px-0.5 text-ink">
        {part}
      </mark>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}

type ResultProps = {
  result: Found<SearchDocument>;
  text: string | undefined;
  onSelect: () => void;
};

function Result({ result: { entry, terms }, text, onSelect }: ResultProps) {
  const snippet = text ? snippetOf(text, terms) : null;
  return (
    <Command.Item
      value={`${entry.kind} ${entry.path} ${entry.title}`}
      onSelect={onSelect}
      className="grid min-h-9 cursor-pointer gap-0.5 rounded-md px-3 py-1.5 text-sm aria-selected:bg-sunken aria-selected:ring-1 aria-selected:ring-accent aria-selected:ring-inset"
    >
      <span className="flex min-w-0 items-baseline gap-3">
        <span className="truncate font-medium">
          <Marked text={markFound(entry.title, terms)} />
        </span>
        {entry.page && <span className="truncate text-xs text-ink-2">{entry.page}</span>}
        {entry.kind === "solution" && (
          <span className="ml-auto shrink-0 rounded bg-warn-soft px-1.5 text-xs text-warn">solution</span>
        )}
      </span>
      {snippet && (
        <span className="line-clamp-2 text-xs text-ink-2">
          <Marked text={snippet} />
        </span>
      )}
    </Command.Item>
  );
}

type PaletteResultsProps = {
  groups: readonly ResultGroup<SearchDocument>[];
  texts: readonly string[];
  onSelect: (entry: PaletteEntry) => void;
};

/** Results by kind, the group of the best one first. */
export function PaletteResults({ groups, texts, onSelect }: PaletteResultsProps) {
  return groups.map(({ kind, results }) => (
    <Command.Group
      key={kind}
      heading={GROUP_NAMES[kind]}
      className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-2"
    >
      {results.map((result) => (
        <Result
          key={`${result.entry.path} ${result.entry.title}`}
          result={result}
          text={result.textId === null ? undefined : texts[result.textId]}
          onSelect={() => onSelect(result.entry)}
        />
      ))}
    </Command.Group>
  ));
}
