import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";

type Neighbour = { href: string; title: string } | null;

/** The pages before and after this one in reading order. */
export function PreviousNext({
  label,
  previous,
  next,
}: {
  label: string;
  previous: Neighbour;
  next: Neighbour;
}) {
  const look =
    "flex flex-1 basis-64 flex-col gap-1 rounded-md border border-line p-4 text-ink no-underline hover:border-line-strong";
  return (
    <nav aria-label={label} className="mt-14 flex flex-wrap gap-4">
      {previous && (
        <Link href={previous.href} rel="prev" className={look}>
          <span className="flex items-center gap-1.5 text-sm text-ink-2">
            <ArrowLeft size={14} aria-hidden /> Previous
          </span>
          <span className="font-medium">{previous.title}</span>
        </Link>
      )}
      {next && (
        <Link href={next.href} rel="next" className={`${look} items-end text-right`}>
          <span className="flex items-center gap-1.5 text-sm text-ink-2">
            Next <ArrowRight size={14} aria-hidden />
          </span>
          <span className="font-medium">{next.title}</span>
        </Link>
      )}
    </nav>
  );
}
