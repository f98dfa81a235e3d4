/** What the palette offers beside the texts: the places of the site, and things to do. */
import { MAIN_PLACES, REFERENCE_PLACES, START_INTERVIEW_PATH } from "@/components/layout/navigation";
import { setThemeChoice, THEME_CHOICES } from "@/components/layout/use-theme-choice";
import type { SearchDocument } from "@/lib/search/index-file";

/** `run` is for what is no page. */
export type PaletteEntry = SearchDocument & { run?: () => void };

const PLACES: readonly PaletteEntry[] = [
  { kind: "page", title: "Home", path: "/" },
  ...[...MAIN_PLACES, ...REFERENCE_PLACES].map(
    ({ title, path }): PaletteEntry => ({ kind: "page", title, path }),
  ),
  { kind: "page", title: "Your reading", path: "/reading", also: "bookmarks, highlights, notes, progress" },
  { kind: "action", title: "Start a mock interview", path: START_INTERVIEW_PATH },
  { kind: "action", title: "Open the video lab", path: "/lab/video" },
  { kind: "action", title: "Open the ads lab", path: "/lab/ads" },
  { kind: "action", title: "Open the search lab", path: "/lab/search" },
  { kind: "action", title: "Try the pipelines on your own data", path: "/lab/data" },
];

export function paletteEntries(handlers: {
  onClose: () => void;
  onShowShortcuts: () => void;
}): PaletteEntry[] {
  const themes = THEME_CHOICES.map((choice): PaletteEntry => {
    const title = choice === "system" ? "Follow the theme of the system" : `Switch to the ${choice} theme`;
    const run = () => {
      setThemeChoice(choice);
      handlers.onClose();
    };
    return { kind: "action", title, path: "", run };
  });
  return [
    ...PLACES,
    ...themes,
    { kind: "action", title: "Show the keyboard shortcuts", path: "", run: handlers.onShowShortcuts },
  ];
}
