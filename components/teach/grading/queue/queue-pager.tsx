import { LinkButton } from "@/components/ui/link-button";
import { type GradingView, gradingQuery } from "@/lib/classroom/grading/view";

type Props = { base: string; view: GradingView; total: number; pageSize: number };

export function QueuePager({ base, view, total, pageSize }: Props) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const to = (page: number) => `${base}${gradingQuery({ ...view, page })}`;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3 text-sm">
      {view.page > 1 && (
        <LinkButton size="small" prefetch={false} href={to(view.page - 1)}>
          Previous page
        </LinkButton>
      )}
      <span className="text-ink-2 tabular-nums">
        Page {view.page} of {pages}
      </span>
      {view.page < pages && (
        <LinkButton size="small" prefetch={false} href={to(view.page + 1)}>
          Next page
        </LinkButton>
      )}
    </nav>
  );
}
