import { ChevronRight } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type DisclosureProps = Omit<ComponentProps<"details">, "title"> & { summary: ReactNode };

/** Native details: opens without JavaScript and is found by the browser's own search. */
export function Disclosure({ summary, className, children, ...rest }: DisclosureProps) {
  return (
    <details {...rest} className={cx("group", className)}>
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1.5 text-sm text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight size={16} aria-hidden className="shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
