import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { OpenForAnchor } from "@/components/content/open-for-anchor";
import { readingMinutes } from "@/lib/content/markdown";

type SolutionFoldProps = { words: number; themes: readonly string[]; children: ReactNode };

/** Keeps the solution out of sight until it is asked for. Native details: works without JavaScript, opens for an anchor. */
export function SolutionFold({ words, themes, children }: SolutionFoldProps) {
  return (
    <section aria-labelledby="solution" className="mt-14 border-t border-line pt-8">
      <h2 id="solution" className="text-xl font-semibold">
        The solution: read it after your own attempt
      </h2>
      <p className="mt-2 max-w-2xl text-ink-2">
        An answer that you had to find stays; one that you read first feels known and is not. The interview
        takes 30, 45 or 60 minutes and compares what you said with this text.
      </p>
      <OpenForAnchor />
      <details className="group/solution mt-4">
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-md border border-line-strong/60 bg-raised px-3 text-sm font-medium hover:border-line-strong [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={16}
            aria-hidden
            className="shrink-0 transition-transform group-open/solution:rotate-90"
          />
          <span className="group-open/solution:hidden">
            Show the solution ({words.toLocaleString("en")} words, {readingMinutes(words)} min)
          </span>
          <span className="hidden group-open/solution:inline">Hide the solution</span>
        </summary>
        <div className="pt-8">
          <p className="mb-6 text-sm text-ink-2">What this case is really about: {themes.join(", ")}.</p>
          {children}
        </div>
      </details>
    </section>
  );
}
