import Link from "next/link";

type PagesOfProps = {
  /** From 0. */
  page: number;
  perPage: number;
  found: number;
  hrefOf: (page: number) => string;
};

/** "1 to 100 of 240" with the pages beside it; nothing when one page holds everything. */
export function PagesOf({ page, perPage, found, hrefOf }: PagesOfProps) {
  if (found <= perPage) return null;
  const link = "text-accent underline underline-offset-2";
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-4 text-sm tabular-nums">
      <span className="text-ink-2">
        {page * perPage + 1} to {Math.min(found, (page + 1) * perPage)} of {found}
      </span>
      {page > 0 && (
        <Link className={link} href={hrefOf(page - 1)}>
          Previous
        </Link>
      )}
      {(page + 1) * perPage < found && (
        <Link className={link} href={hrefOf(page + 1)}>
          Next
        </Link>
      )}
    </nav>
  );
}
