import type { ReactNode } from "react";

type KnobSectionProps = { title: string; question: string; children: ReactNode };

/** The knobs of one stage, under the part of the funnel they change. */
export function KnobSection({ title, question, children }: KnobSectionProps) {
  return (
    <fieldset className="min-w-0 rounded-lg border border-line bg-raised px-3.5 pt-1 pb-3.5">
      <legend className="px-1 text-sm font-semibold">{title}</legend>
      <p className="mb-3 text-xs text-ink-2">{question}</p>
      <div className="grid gap-3">{children}</div>
    </fieldset>
  );
}
