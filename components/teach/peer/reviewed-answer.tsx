import { Markdown } from "@/components/content/markdown";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import type { Report } from "@/lib/grading/report/schema";

/** An answer as it was submitted, without its receipts: a reviewer reads before the machine does. */
export function ReviewedAnswer({ answers, board }: { answers: Report["answers"]; board: string }) {
  const parts = [...STAGES, "whole"] as const;
  return (
    <article aria-label="The answer" className="grid gap-6">
      {parts
        .filter((part) => answers[part]?.trim())
        .map((part) => (
          <section key={part}>
            <h2 className="mb-2 text-lg font-semibold">
              {part === "whole" ? "The answer" : STAGE_INFO[part].title}
            </h2>
            <div className="prose max-w-prose break-words">
              <Markdown text={answers[part] ?? ""} />
            </div>
          </section>
        ))}
      {board && (
        <section>
          <h2 className="mb-2 text-lg font-semibold">The board, as an outline</h2>
          <pre className="overflow-x-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm">
            {board}
          </pre>
        </section>
      )}
    </article>
  );
}
