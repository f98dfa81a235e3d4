import type { ReactNode } from "react";
import { TableOfContents } from "@/components/content/table-of-contents";
import type { Heading } from "@/lib/content/markdown";

/** Text at the left, its headings at the side; one column on a small screen. */
export function ReadingLayout({ headings, children }: { headings: readonly Heading[]; children: ReactNode }) {
  return (
    <div className="mt-10 lg:grid lg:grid-cols-[minmax(0,46rem)_15rem] lg:justify-between lg:gap-12">
      <div className="contents lg:order-2 lg:block">
        <TableOfContents headings={headings} />
      </div>
      <div className="min-w-0 lg:order-1">{children}</div>
    </div>
  );
}
