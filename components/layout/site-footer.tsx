import Link from "next/link";
import { MAIN_PLACES, REFERENCE_PLACES } from "@/components/layout/navigation";
import { Mark } from "@/components/layout/wordmark";

export function SiteFooter() {
  return (
    <footer className="site-footer mt-24 border-t border-line print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-start justify-between gap-x-12 gap-y-4 px-4 py-8 text-sm text-ink-2 sm:px-6">
        <p className="flex max-w-md items-start gap-2.5">
          <Mark size={18} />
          <span>
            Shortlist runs on this server and in this browser. It loads nothing from anywhere else and needs
            no account to try.
          </span>
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-5 gap-y-1">
          {[...MAIN_PLACES, ...REFERENCE_PLACES].map((place) => (
            <Link
              key={place.path}
              href={place.path}
              className="inline-flex min-h-7 items-center text-ink-2 no-underline hover:text-ink hover:underline"
            >
              {place.title}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
