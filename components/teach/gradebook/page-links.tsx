import { LinkButton } from "@/components/ui/link-button";
import { type GradebookPage, type GradebookView, ROWS_PER_PAGE } from "@/lib/classroom/gradebook/rows";
import { viewAddress } from "./view-address";

type PageLinksProps = { classId: string; view: GradebookView; page: GradebookPage };

/** Which of the students are shown, and the way to the others. */
export function PageLinks({ classId, view, page: { matching, page, pages, rows } }: PageLinksProps) {
  const first = (page - 1) * ROWS_PER_PAGE + 1;
  const to = (target: number) => viewAddress(classId, view, { page: target });
  return (
    <nav aria-label="Pages of the gradebook" className="flex flex-wrap items-center gap-3 text-sm">
      <p className="text-ink-2 tabular-nums">
        {matching === 0
          ? "No student matches."
          : `Students ${first} to ${first + rows.length - 1} of ${matching}`}
      </p>
      {page > 1 && (
        <LinkButton size="small" href={to(page - 1)} prefetch={false} rel="prev">
          Previous {ROWS_PER_PAGE}
        </LinkButton>
      )}
      {page < pages && (
        <LinkButton size="small" href={to(page + 1)} prefetch={false} rel="next">
          Next {Math.min(ROWS_PER_PAGE, matching - page * ROWS_PER_PAGE)}
        </LinkButton>
      )}
    </nav>
  );
}
