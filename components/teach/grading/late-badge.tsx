import { Badge } from "@/components/ui/badge";
import { lateWords } from "@/lib/classroom/late-words";

/** How late a submission came; nothing for one in time. */
export function LateBadge({ seconds }: { seconds: number }) {
  return seconds > 0 ? (
    <Badge tone="warn" className="whitespace-nowrap">
      {lateWords(seconds)} late
    </Badge>
  ) : null;
}
