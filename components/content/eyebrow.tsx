import Link from "next/link";

/** Above a title: the list that the page belongs to, and its place in it. */
export function Eyebrow({ href, label, position }: { href: string; label: string; position: string }) {
  return (
    <>
      <Link href={href} className="inline-block py-0.5">
        {label}
      </Link>
      <span aria-hidden> / </span>
      {position}
    </>
  );
}
