"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

export type Tab = { id: string; label: ReactNode; content: ReactNode };

type TabsProps = {
  /** Names the list of tabs for screen readers. */
  label: string;
  tabs: readonly Tab[];
  /** Controlled: the id of the open tab. Leave out to let the component keep it. */
  value?: string;
  onChange?: (id: string) => void;
  /** Keeps closed panels in the page (hidden), so that what was typed in them stays. */
  keepMounted?: boolean;
  className?: string;
  panelClassName?: string;
};

/** Tabs with a roving focus: arrows, Home and End move and open; Tab goes on into the panel. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  keepMounted = false,
  className,
  panelClassName,
}: TabsProps) {
  const baseId = useId();
  const [ownValue, setOwnValue] = useState(tabs[0]?.id ?? "");
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const wanted = value ?? ownValue;
  const openId = tabs.some((tab) => tab.id === wanted) ? wanted : (tabs[0]?.id ?? "");

  function open(id: string) {
    setOwnValue(id);
    onChange?.(id);
  }
  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex((tab) => tab.id === openId);
    const last = tabs.length - 1;
    const targets: Record<string, number> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const target = tabs[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    open(target.id);
    buttons.current.get(target.id)?.focus();
  }

  return (
    <div className={cx("min-w-0", className)}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            ref={(element) => {
              if (element) buttons.current.set(tab.id, element);
              else buttons.current.delete(tab.id);
            }}
            type="button"
            role="tab"
            id={`${baseId}-tab-${tab.id}`}
            aria-selected={tab.id === openId}
            aria-controls={`${baseId}-panel-${tab.id}`}
            tabIndex={tab.id === openId ? 0 : -1}
            onClick={() => open(tab.id)}
            className={cx(
              "-mb-px min-h-9 border-b-2 px-3 py-1.5 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
              tab.id === openId
                ? "border-accent font-medium text-ink"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${baseId}-panel-${tab.id}`}
          aria-labelledby={`${baseId}-tab-${tab.id}`}
          hidden={tab.id !== openId}
          className={cx("pt-3", panelClassName)}
        >
          {(keepMounted || tab.id === openId) && tab.content}
        </div>
      ))}
    </div>
  );
}
