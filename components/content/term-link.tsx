import Link from "next/link";
import type { ReactNode } from "react";
import type { Term } from "@/lib/content/schemas/glossary";

/** A word of the glossary: leads to its entry, and carries its sentence for TermHover to show. */
export function TermLink({
  id,
  term,
  children,
}: {
  id: string;
  term: Term | undefined;
  children?: ReactNode;
}) {
  if (!term) return children;
  return (
    <Link href={`/glossary#${id}`} prefetch={false} className="prose-term" data-term={term.short}>
      {children}
    </Link>
  );
}
