"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useHiddenControls } from "@/components/lab/core/assigned/use-purpose";
import { cx } from "@/components/ui/cx";

type KnobSectionProps = {
  /** Its name where an assignment says what is not shown (lib/classroom/lab-controls). */
  control: string;
  title: string;
  question: string;
  /** What is set now, in few words: all that a phone shows until the group is opened. */
  summary: string;
  children: ReactNode;
};

/** The knobs of one stage, under the part of the funnel they change. Folded on a phone, gone when an assignment hides them. */
export function KnobSection({ control, title, question, summary, children }: KnobSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const hidden = useHiddenControls();
  if (hidden.includes(control)) return null;
  return (
    <fieldset className="min-w-0 rounded-lg border border-line bg-raised px-3.5 pt-1 pb-3.5 max-sm:py-2">
      <legend className="px-1 text-sm font-semibold">{title}</legend>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-8 w-full cursor-pointer items-center justify-between gap-3 text-left text-sm text-ink-2 sm:hidden"
      >
        <span className="min-w-0">
          <span className="sr-only">{title}: </span>
          {summary}
        </span>
        <ChevronDown size={16} aria-hidden className={cx("shrink-0", isOpen && "rotate-180")} />
      </button>
      <div id={id} className={cx(!isOpen && "max-sm:hidden")}>
        <p className="mb-3 text-xs text-ink-2">{question}</p>
        <div className="grid gap-3">{children}</div>
      </div>
    </fieldset>
  );
}
