import type { ReactNode } from "react";

/** Nothing here yet: what would be here, and the one thing to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-line-strong/60 p-6">
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-sm text-ink-2">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
