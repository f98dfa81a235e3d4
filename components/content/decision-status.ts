import { formatDate } from "@/components/content/format-date";
import type { Decision } from "@/lib/content/parse";

/** "Accepted 2026-11-22", or by which decision it was superseded. */
export function decisionStatus(meta: Decision["meta"], all: readonly Decision[]): string {
  const successor = all.find((other) => other.meta.supersedes === meta.number);
  if (successor) return `${formatDate(meta.date)}, superseded by decision ${successor.meta.number}`;
  return meta.supersedes
    ? `Accepted ${formatDate(meta.date)}, supersedes decision ${meta.supersedes}`
    : `Accepted ${formatDate(meta.date)}`;
}
