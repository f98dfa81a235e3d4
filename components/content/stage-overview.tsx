import Link from "next/link";
import { ReadShare } from "@/components/reading/read-share";
import { readingMinutes } from "@/lib/content/markdown";
import type { ChapterMeta } from "@/lib/content/schemas/case";
import { LENGTHS_MINUTES, STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";

export type ChapterSummary = ChapterMeta & { slug: string; words: number };

/** The seven stages as a table: what each answers, and its minutes for every length of interview. */
export function StageOverview({ chapters }: { chapters: readonly ChapterSummary[] }) {
  const number = "w-12 py-4 pl-2 text-right align-top tabular-nums sm:w-16";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">The seven stages and their minutes</caption>
      <thead className="border-b border-line-strong text-sm text-ink-2">
        <tr>
          <th scope="col" className="py-2 text-left font-medium">
            Stage, and the question it answers
          </th>
          {LENGTHS_MINUTES.map((length) => (
            <th
              key={length}
              scope="col"
              className="w-12 py-2 pl-2 text-right font-medium tabular-nums sm:w-16"
            >
              <span className="sr-only">Minutes of a </span>
              {length} min
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STAGES.map((stage, index) => {
          const chapter = chapters.find((found) => found.stage === stage);
          return (
            <tr key={stage} className="border-b border-line">
              <th scope="row" className="py-4 text-left align-top font-normal">
                <span className="flex gap-3 sm:gap-5">
                  <span className="w-4 shrink-0 text-ink-2 tabular-nums" aria-hidden>
                    {index + 1}
                  </span>
                  <span className="max-w-2xl">
                    {chapter ? (
                      <Link href={`/framework/${chapter.slug}`} className="text-lg font-semibold">
                        {STAGE_INFO[stage].title}
                      </Link>
                    ) : (
                      <span className="text-lg font-semibold">{STAGE_INFO[stage].title}</span>
                    )}
                    <span className="mt-1 block">{STAGE_INFO[stage].question}</span>
                    {chapter && (
                      <span className="mt-1.5 block text-sm text-ink-2">
                        {chapter.summary} {readingMinutes(chapter.words)} min to read.{" "}
                        <ReadShare path={`/framework/${chapter.slug}`} />
                      </span>
                    )}
                  </span>
                </span>
              </th>
              {LENGTHS_MINUTES.map((length) => (
                <td key={length} className={number}>
                  {STAGE_MINUTES[length][stage]}
                </td>
              ))}
            </tr>
          );
        })}
        <tr className="text-ink-2">
          <th scope="row" className="py-4 pl-7 text-left font-normal sm:pl-9">
            Wrap-up: your questions
          </th>
          {LENGTHS_MINUTES.map((length) => (
            <td key={length} className={number}>
              {STAGE_MINUTES[length].wrapUp}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
