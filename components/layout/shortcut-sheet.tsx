"use client";

import { Fragment } from "react";
import { MAIN_PLACES } from "@/components/layout/navigation";
import { setSingleKeysEnabled, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/inputs";
import { Kbd } from "@/components/ui/kbd";

const rows: ReadonlyArray<{ keys: string[]; does: string }> = [
  { keys: ["Ctrl", "K"], does: "Search pages, chapters, cases and actions (Cmd K on a Mac)" },
  { keys: ["/"], does: "Search, too" },
  { keys: ["?"], does: "This list" },
  { keys: ["g", "h"], does: "Go to the home page" },
  ...MAIN_PLACES.map((place) => ({ keys: ["g", place.key], does: `Go to ${place.title}` })),
  { keys: ["h"], does: "Highlight the selected passage of a text" },
  { keys: ["n"], does: "Highlight it with a note" },
  { keys: ["Esc"], does: "Close what is open, or leave an editor" },
];

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const isEnabled = useSingleKeysEnabled();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keyboard shortcuts"
      description="Single keys do nothing while you type."
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-sm">
        {rows.map((row) => (
          <Fragment key={row.does}>
            <dt className="flex gap-1">
              {row.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="mt-2 border-t border-line pt-4">
        <Checkbox
          label="Use single-key shortcuts"
          hint="Ctrl K works in any case."
          checked={isEnabled}
          onChange={(event) => setSingleKeysEnabled(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
