"use client";

import { Fragment } from "react";
import { setSingleKeysEnabled, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/inputs";
import { Kbd } from "@/components/ui/kbd";
import { GRADING_KEYS } from "./grading-keys";

export function GradingKeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const isEnabled = useSingleKeysEnabled();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys for grading"
      description="They do nothing while you type."
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-1.5 text-sm">
        {GRADING_KEYS.map((line) => (
          <Fragment key={line.does}>
            <dt className="flex gap-1">
              {[...line.keys, ...("or" in line ? line.or : [])].map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{line.does}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="mt-2 border-t border-line pt-4">
        <Checkbox
          label="Use single-key shortcuts"
          hint="Arrows, Enter and Tab work in any case."
          checked={isEnabled}
          onChange={(event) => setSingleKeysEnabled(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

const HINTS = [
  { keys: ["j", "k"], does: "points" },
  { keys: ["a"], does: "accept" },
  { keys: ["0", "1", "2"], does: "none, half, full" },
  { keys: ["n"], does: "next" },
  { keys: ["?"], does: "all keys" },
] as const;

/** The keys that matter most, beside the work; gone where single keys are switched off, and on small screens. */
export function KeyHint() {
  const isEnabled = useSingleKeysEnabled();
  if (!isEnabled) return null;
  return (
    <ul aria-label="Keys" className="ml-auto hidden shrink-0 gap-3 text-xs text-ink-2 2xl:flex">
      {HINTS.map(({ keys, does }) => (
        <li key={does} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </li>
      ))}
    </ul>
  );
}
