"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { MAIN_PLACES, START_INTERVIEW_PATH } from "@/components/layout/navigation";
import { rankEntries, type SearchEntry } from "@/components/layout/search-entries";
import { useSearchIndex } from "@/components/layout/use-search-index";
import { setThemeChoice, THEME_CHOICES } from "@/components/layout/use-theme-choice";
import { Dialog } from "@/components/ui/dialog";

type Action = SearchEntry & { run: () => void };
type CommandPaletteProps = { onClose: () => void; onShowShortcuts: () => void };

const SHOWN_RESULTS = 30;

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-2"
    >
      {children}
    </Command.Group>
  );
}

function Item({ entry, onSelect }: { entry: SearchEntry; onSelect: () => void }) {
  return (
    <Command.Item
      value={`${entry.kind} ${entry.path} ${entry.title}`}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-baseline gap-3 rounded-md px-3 py-1.5 text-sm aria-selected:bg-accent-soft"
    >
      <span className="truncate">{entry.title}</span>
      {entry.section && <span className="truncate text-xs text-ink-2">{entry.section}</span>}
      <span className="ml-auto shrink-0 text-xs text-ink-2">{entry.kind}</span>
    </Command.Item>
  );
}

/** Search over pages, headings and actions. Loaded when it is first opened. */
export function CommandPalette({ onClose, onShowShortcuts }: CommandPaletteProps) {
  const router = useRouter();
  const index = useSearchIndex();
  const [query, setQuery] = useState("");

  function go(path: string) {
    onClose();
    router.push(path);
  }
  const action = (title: string, run: () => void): Action => ({ title, run, path: "", kind: "action" });
  const actions: Action[] = [
    action("Start a mock interview", () => go(START_INTERVIEW_PATH)),
    action("Open the video lab", () => go("/lab/video")),
    action("Try the pipelines on your own data", () => go("/lab/data")),
    ...THEME_CHOICES.map((choice) =>
      action(choice === "system" ? "Follow the theme of the system" : `Switch to the ${choice} theme`, () => {
        setThemeChoice(choice);
        onClose();
      }),
    ),
    action("Show the keyboard shortcuts", onShowShortcuts),
  ];
  const places: SearchEntry[] = [
    { title: "Home", path: "/", kind: "page" },
    ...MAIN_PLACES.map((place) => ({ title: place.title, path: place.path, kind: "page" })),
  ];
  const seen = new Set(places.map((place) => place.path));
  const pages = [...places, ...index.entries.filter((entry) => !seen.has(entry.path))];
  const shownPages = rankEntries(pages, query, query.trim() ? SHOWN_RESULTS : 14);
  const shownActions = rankEntries(actions, query, SHOWN_RESULTS);

  return (
    <Dialog open onClose={onClose} title="Search" bare>
      <Command shouldFilter={false} loop label="Search pages and actions">
        <Command.Input
          data-autofocus
          value={query}
          onValueChange={setQuery}
          placeholder="Search chapters, cases and actions"
          className="h-13 w-full border-b border-line bg-transparent px-5 text-base outline-none placeholder:text-ink-2"
        />
        <Command.List className="max-h-[55vh] overflow-y-auto p-2">
          <Command.Empty className="px-3 py-8 text-center text-sm text-ink-2">
            Nothing is called “{query.trim()}”.
          </Command.Empty>
          {shownPages.length > 0 && (
            <Group heading="Go to">
              {shownPages.map((entry) => (
                <Item key={`${entry.path}${entry.title}`} entry={entry} onSelect={() => go(entry.path)} />
              ))}
            </Group>
          )}
          {shownActions.length > 0 && (
            <Group heading="Do">
              {shownActions.map((entry) => (
                <Item key={entry.title} entry={entry} onSelect={entry.run} />
              ))}
            </Group>
          )}
        </Command.List>
        <p role="status" className="border-t border-line px-5 py-2 text-xs text-ink-2 empty:hidden">
          {index.status === "loading" && "Loading the index of chapters and cases…"}
          {index.status === "absent" &&
            "The index of chapters could not be loaded; pages and actions are listed."}
        </p>
      </Command>
    </Dialog>
  );
}
