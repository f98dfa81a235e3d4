"use client";

import type { CSSProperties, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { PanelDivider } from "./panel-divider";
import { usePanels } from "./use-panels";

export type PanelName = "thread" | "answer" | "bench";
const PHONE_TABS: { name: PanelName; label: string }[] = [
  { name: "thread", label: "Interviewer" },
  { name: "answer", label: "Answer" },
  { name: "bench", label: "Bench" },
];

type PanelsProps = {
  /** The one that a phone shows. */
  shown: PanelName;
  onShow: (name: PanelName) => void;
  thread: ReactNode;
  answer: ReactNode;
  bench: ReactNode;
};

/** Three panels beside each other; on a narrow screen one at a time. All stay mounted, so nothing typed goes away. */
export function Panels({ shown, onShow, thread, answer, bench }: PanelsProps) {
  const { sizes, change } = usePanels();
  const columns = {
    "--thread": sizes.thread.isOpen ? `${sizes.thread.widthPx}px` : "0px",
    "--bench": sizes.bench.isOpen ? `${sizes.bench.widthPx}px` : "0px",
  } as CSSProperties;
  const panel = (name: PanelName, isOpen = true) =>
    cx("min-h-0 min-w-0 overflow-hidden", shown !== name && "max-lg:hidden", !isOpen && "lg:invisible");
  return (
    <>
      <nav aria-label="Panels" className="grid grid-cols-3 border-b border-line lg:hidden">
        {PHONE_TABS.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            aria-pressed={shown === name}
            onClick={() => onShow(name)}
            className={cx(
              "min-h-11 border-b-2 text-sm focus-visible:-outline-offset-2",
              shown === name ? "border-accent font-medium" : "border-transparent text-ink-2",
            )}
          >
            {label}
          </button>
        ))}
      </nav>
      <div
        style={columns}
        className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] lg:grid-cols-[var(--thread)_auto_minmax(0,1fr)_auto_var(--bench)]"
      >
        <section aria-label="Interviewer" className={panel("thread", sizes.thread.isOpen)}>
          {thread}
        </section>
        <PanelDivider side="thread" size={sizes.thread} onChange={(part) => change("thread", part)} />
        <section aria-label="Answer" className={panel("answer")}>
          {answer}
        </section>
        <PanelDivider side="bench" size={sizes.bench} onChange={(part) => change("bench", part)} />
        <section aria-label="Bench" className={panel("bench", sizes.bench.isOpen)}>
          {bench}
        </section>
      </div>
    </>
  );
}
