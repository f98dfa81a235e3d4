"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isWithin, MAIN_PLACES } from "@/components/layout/navigation";
import { useMe } from "@/components/layout/use-me";
import { cx } from "@/components/ui/cx";

/** How many cards wait. It stands over the corner of the word and moves nothing when it comes. */
function DueMark({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="absolute top-0 right-0 min-w-4 translate-x-1/4 -translate-y-px rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink tabular-nums">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only"> {count} due</span>
    </span>
  );
}

export function MainNavigation({ className, linkClassName }: { className?: string; linkClassName?: string }) {
  const pathname = usePathname();
  const { dueCards } = useMe();
  return (
    <nav aria-label="Main" className={className}>
      {MAIN_PLACES.map((place) => {
        const isHere = isWithin(place, pathname);
        return (
          <Link
            key={place.path}
            href={place.path}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "relative flex min-h-9 items-center rounded-md px-2.5 md:max-lg:px-2 text-sm no-underline hover:bg-sunken hover:text-ink",
              isHere ? "font-medium text-ink" : "text-ink-2",
              linkClassName,
            )}
          >
            <span
              className={isHere ? "border-b-2 border-accent pt-0.5" : "border-b-2 border-transparent pt-0.5"}
            >
              {place.title}
            </span>
            {place.path === "/review" && <DueMark count={dueCards} />}
          </Link>
        );
      })}
    </nav>
  );
}
