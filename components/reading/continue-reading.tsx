"use client";

import Link from "next/link";
import { useReading } from "@/components/reading/use-reading";
import { placeOf, resumeFrom } from "@/lib/reading/resume";

export type ReadablePage = { path: string; title: string };

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

type ContinueReadingProps = {
  pages: readonly ReadablePage[];
  /** Leads to the reading page as well; not on that page itself. */
  hasLink?: boolean;
};

/** Leads back to the unfinished text that was read last. Its line is kept free, so that nothing moves when it comes. */
export function ContinueReading({ pages, hasLink = true }: ContinueReadingProps) {
  const { reading } = useReading();
  const last = resumeFrom(
    reading,
    pages.map(({ path }) => path),
  );
  const page = pages.find(({ path }) => path === last?.path);
  return (
    <p className="mb-4 min-h-7 text-sm text-ink-2">
      {last && page && (
        <>
          Continue where you were:{" "}
          <Link href={placeOf(last)} className="font-medium">
            {page.title}
            {last.heading && ` > ${last.heading}`}
          </Link>
          <span className="tabular-nums"> ({percent(last.share)})</span>
          {hasLink && (
            <>
              {" · "}
              <Link href="/reading">All your reading</Link>
            </>
          )}
        </>
      )}
    </p>
  );
}
