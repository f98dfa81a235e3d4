import Link from "next/link";
import type { ChapterSummary } from "@/components/content/stage-overview";
import { ReadShare } from "@/components/reading/read-share";
import { readingMinutes } from "@/lib/content/markdown";

/** Chapters that belong to no single stage. Nothing when there are none. */
export function ChapterList({ title, chapters }: { title: string; chapters: readonly ChapterSummary[] }) {
  if (chapters.length === 0) return null;
  return (
    <section className="mt-14 max-w-3xl">
      <h2 className="text-xl font-semibold">{title}</h2>
      <ol className="mt-4 divide-y divide-line border-y border-line">
        {chapters.map((chapter) => (
          <li key={chapter.slug} className="flex gap-3 py-4 sm:gap-5">
            <span className="w-6 shrink-0 text-right text-ink-2 tabular-nums" aria-hidden>
              {chapter.order}
            </span>
            <div>
              <Link href={`/framework/${chapter.slug}`} className="text-lg font-semibold">
                {chapter.title}
              </Link>
              <p className="mt-1 text-sm text-ink-2">
                {chapter.summary} {readingMinutes(chapter.words)} min to read.{" "}
                <ReadShare path={`/framework/${chapter.slug}`} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
