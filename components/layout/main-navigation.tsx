"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isWithin, MAIN_PLACES } from "@/components/layout/navigation";
import { cx } from "@/components/ui/cx";

export function MainNavigation({ className, linkClassName }: { className?: string; linkClassName?: string }) {
  const pathname = usePathname();
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
              "flex min-h-9 items-center rounded-md px-2.5 text-sm no-underline hover:bg-sunken hover:text-ink",
              isHere ? "font-medium text-ink" : "text-ink-2",
              linkClassName,
            )}
          >
            <span
              className={isHere ? "border-b-2 border-accent pt-0.5" : "border-b-2 border-transparent pt-0.5"}
            >
              {place.title}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
