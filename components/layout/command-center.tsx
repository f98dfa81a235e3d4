"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { MAIN_PLACES } from "@/components/layout/navigation";
import { ShortcutSheet } from "@/components/layout/shortcut-sheet";
import { useShortcuts } from "@/components/layout/use-shortcuts";
import { Kbd } from "@/components/ui/kbd";

const CommandPalette = dynamic(
  () => import("@/components/layout/command-palette").then((module) => module.CommandPalette),
  { ssr: false },
);

type Overlay = "palette" | "shortcuts" | null;

/** The search button of the header, and everything that the keyboard reaches from anywhere. */
export function CommandCenter() {
  const router = useRouter();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const openPalette = useCallback(() => setOverlay("palette"), []);
  const openShortcuts = useCallback(() => setOverlay("shortcuts"), []);
  const close = useCallback(() => setOverlay(null), []);
  const keys = useMemo(() => {
    const jumps = MAIN_PLACES.map((place) => [`g ${place.key}`, () => router.push(place.path)] as const);
    return {
      "?": openShortcuts,
      "/": openPalette,
      "g h": () => router.push("/"),
      ...Object.fromEntries(jumps),
    };
  }, [router, openPalette, openShortcuts]);
  useShortcuts({ onPalette: openPalette, keys });

  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-9 items-center gap-2 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken hover:text-ink lg:border lg:border-line lg:bg-sunken lg:pr-1.5 lg:pl-2.5 lg:hover:border-line-strong"
      >
        <Search size={17} aria-hidden />
        <span className="max-lg:sr-only">Search</span>
        <span className="ml-4 hidden gap-0.5 lg:flex" aria-hidden>
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {overlay === "palette" && <CommandPalette onClose={close} onShowShortcuts={openShortcuts} />}
      <ShortcutSheet open={overlay === "shortcuts"} onClose={close} />
    </>
  );
}
