"use client";

import { Command } from "cmdk";
import { usePathname, useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { type PaletteEntry, paletteEntries } from "@/components/layout/palette-entries";
import { PaletteResults } from "@/components/layout/palette-results";
import { type SearchFiles, useSearchFiles } from "@/components/layout/use-search-files";
import { useStoredSwitch } from "@/components/layout/use-stored-switch";
import { Dialog } from "@/components/ui/dialog";
import type { SearchDocument } from "@/lib/search/index-file";
import { createSearchEngine, type ResultGroup } from "@/lib/search/search-engine";

type CommandPaletteProps = { onClose: () => void; onShowShortcuts: () => void };

const PER_GROUP = 7;
/** During a round nobody is shown its solution, whatever the switch says. */
const IN_INTERVIEW = /^\/interviews\/[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Without a query: where one can go and what one can do. */
function offered(extra: readonly PaletteEntry[]): ResultGroup<SearchDocument>[] {
  return (["page", "action"] as const).map((kind) => ({
    kind,
    results: extra
      .filter((entry) => entry.kind === kind)
      .map((entry) => ({ entry, textId: null, score: 0, terms: new Set<string>() })),
  }));
}

function statusOf({ status }: SearchFiles, query: string, count: number): string {
  if (status === "loading") return "Loading the index of chapters and cases…";
  const absent = status === "absent" ? "The index of chapters could not be loaded; pages are listed. " : "";
  if (!query) return absent;
  return `${absent}${count === 1 ? "1 result" : `${count} results`} for “${query}”.`;
}

/** Full-text search over texts, places and actions. Loaded when it is first opened. */
export function CommandPalette({ onClose, onShowShortcuts }: CommandPaletteProps) {
  const router = useRouter();
  const isInInterview = IN_INTERVIEW.test(usePathname());
  const files = useSearchFiles();
  const [typed, setTyped] = useState("");
  // Not deferred: Enter takes what stands first, and that must be of what has been typed.
  const query = typed.trim();
  const [asksForSolutions, setAsksForSolutions] = useStoredSwitch("search-solutions");
  const withSolutions = asksForSolutions && !isInInterview;
  const extra = useMemo(() => paletteEntries({ onClose, onShowShortcuts }), [onClose, onShowShortcuts]);
  const engine = useMemo(() => createSearchEngine(files.file, extra), [files.file, extra]);
  const groups = useMemo(
    () => (query ? engine.search(query, { withSolutions, perGroup: PER_GROUP }) : offered(extra)),
    [engine, extra, query, withSolutions],
  );
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);

  function select(entry: PaletteEntry) {
    if (entry.run) return entry.run();
    onClose();
    router.push(entry.path);
  }

  return (
    <Dialog open onClose={onClose} title="Search" bare>
      <Command shouldFilter={false} loop label="Search pages and actions">
        <Command.Input
          data-autofocus
          value={typed}
          onValueChange={setTyped}
          placeholder="Search chapters, cases, terms and actions"
          className="h-13 w-full border-b border-line bg-transparent px-5 text-base outline-none placeholder:text-ink-2"
        />
        <Command.List className="max-h-[55vh] overflow-y-auto p-2">
          {query && files.status !== "loading" && (
            <Command.Empty className="px-3 py-8 text-center text-sm text-ink-2">
              Nothing holds “{query}”.
            </Command.Empty>
          )}
          <PaletteResults groups={groups} texts={files.texts} onSelect={select} />
        </Command.List>
      </Command>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 border-t border-line px-5 py-1.5 text-xs text-ink-2">
        <p role="status">{statusOf(files, query, count)}</p>
        {!isInInterview && (
          <label className="ml-auto flex min-h-6 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              checked={asksForSolutions}
              onChange={(event) => setAsksForSolutions(event.target.checked)}
              className="size-4 accent-accent"
            />
            Search the solutions, too
          </label>
        )}
      </div>
    </Dialog>
  );
}
