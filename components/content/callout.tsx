import { Info, Lightbulb, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { VocabularyProps } from "@/lib/content/vocabulary";

const LOOKS = {
  note: { Icon: Info, label: "Note", className: "border-line-strong text-ink-2" },
  tip: { Icon: Lightbulb, label: "Tip", className: "border-accent text-accent" },
  warning: { Icon: TriangleAlert, label: "Warning", className: "border-warn text-warn" },
};

/** An aside that may be skipped. */
export function Callout({ kind, title, children }: VocabularyProps<"Callout"> & { children?: ReactNode }) {
  const { Icon, label, className } = LOOKS[kind];
  return (
    <div role="note" className={`prose-aside border-l-2 bg-sunken ${className}`}>
      <p className="flex items-center gap-2 font-sans text-sm font-semibold">
        <Icon size={16} aria-hidden className="shrink-0" />
        {title ?? label}
      </p>
      <div className="prose-part text-ink">{children}</div>
    </div>
  );
}
