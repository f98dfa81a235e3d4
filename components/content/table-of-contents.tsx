import { HeadingLinks } from "@/components/content/heading-links";
import type { Heading } from "@/lib/content/markdown";

/** The page's headings as links. A side column where there is room, a closed fold above the text where there is none. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const shown = headings.filter((heading) => heading.depth <= 3);
  if (shown.length < 2) return null;
  return (
    <>
      <details className="mb-8 rounded-md border border-line bg-raised px-4 py-2 text-sm lg:hidden">
        <summary className="cursor-pointer py-1 font-medium">On this page</summary>
        <HeadingLinks label="On this page" headings={shown} />
      </details>
      <div className="hidden h-full lg:block">
        <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4 text-sm">
          <p className="mb-2 font-medium">On this page</p>
          <HeadingLinks label="On this page, side" headings={shown} />
        </div>
      </div>
    </>
  );
}
