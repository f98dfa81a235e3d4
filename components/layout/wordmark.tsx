import Link from "next/link";

/** Three lines that get shorter, the last in the accent: a list becoming a shortlist. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0">
      <rect x="1" y="3" width="18" height="3" rx="1.5" fill="currentColor" />
      <rect x="1" y="8.5" width="12" height="3" rx="1.5" fill="currentColor" />
      <rect x="1" y="14" width="6" height="3" rx="1.5" className="fill-accent" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <Link
      href="/"
      // The home page shows a point of a real rubric: an exam's browser does not load it unasked.
      prefetch={false}
      className="flex min-h-8 items-center gap-2 font-serif text-xl font-semibold tracking-tight text-ink no-underline"
    >
      <Mark />
      Shortlist
    </Link>
  );
}
