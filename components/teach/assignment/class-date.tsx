"use client";
import { cx } from "@/components/ui/cx";
import { dateWords, readerWords } from "@/lib/classroom/dates/date-words";
import { useOwnZone } from "./use-own-zone";

type ClassDateProps = {
  atMs: number;
  /** The class's. */
  timeZone: string;
  /** The reader's part stands below, for tables. */
  isStacked?: boolean;
};

/** A date of a class: in its own zone, and beside it what the reader's clock shows. */
export function ClassDate({ atMs, timeZone, isStacked = false }: ClassDateProps) {
  const own = useOwnZone();
  return (
    <span className="tabular-nums">
      <time dateTime={new Date(atMs).toISOString()}>{dateWords(atMs, timeZone)}</time>
      {own && (
        <span className={cx("text-ink-2", isStacked ? "block" : "before:content-['_·_']")}>
          {readerWords(atMs, timeZone, own)}
        </span>
      )}
    </span>
  );
}
