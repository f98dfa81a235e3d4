import { Download } from "lucide-react";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";

type Link = { href: string; label: string };

/** Cards to take along, and how Anki takes them in. */
export function AnkiExport({ links }: { links: readonly Link[] }) {
  return (
    <section aria-labelledby="anki" className="grid max-w-2xl gap-3">
      <h2 id="anki" className="text-lg font-semibold">
        Cards for Anki
      </h2>
      <div className="flex flex-wrap gap-2">
        {links.map(({ href, label }) => (
          <LinkButton
            key={href}
            href={href}
            prefetch={false}
            download
            icon={<Download size={16} aria-hidden />}
          >
            {label}
          </LinkButton>
        ))}
      </div>
      <Disclosure summary="How to import it">
        <ol className="grid list-decimal gap-1 pl-5 text-sm text-ink-2">
          <li>In Anki on a computer (2.1.54 or newer), choose File, then Import, and the downloaded file.</li>
          <li>
            The file names its separator, its decks and its tags by itself. Check that the note type is one
            with two fields, such as Basic, and press Import.
          </li>
          <li>
            To bring in corrected texts later, import the newer file the same way: each note has a lasting id,
            so it is updated and its history in Anki stays.
          </li>
        </ol>
      </Disclosure>
    </section>
  );
}
