"use client";
import { Markdown } from "@/components/content/markdown";
import { useAct } from "@/components/teach/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { FlaggedReview } from "@/lib/data/peer-review/load-overview";

type Ids = { classId: string; assignmentId: string };
export type JudgeFlagAction = (
  input: Ids & { reviewId: string; outcome: "upheld" | "dismissed" },
) => Promise<ActionResult<void>>;

/** A flagged review, with both sides' words, and whether it counts. */
export function JudgeFlag({ ids, flag, judge }: { ids: Ids; flag: FlaggedReview; judge: JudgeFlagAction }) {
  const { busy, message, failed, act } = useAct();
  const say = (outcome: "upheld" | "dismissed") =>
    act(outcome, () => judge({ ...ids, reviewId: flag.id, outcome }));
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <p className="text-sm">
        {flag.author} about {flag.reviewer}'s review:{" "}
        {flag.outcome && (
          <Badge tone={flag.outcome === "upheld" ? "warn" : "neutral"}>
            {flag.outcome === "upheld" ? "does not count" : "counts"}
          </Badge>
        )}
      </p>
      <blockquote className="border-l-2 border-accent pl-3 whitespace-pre-wrap">{flag.reason}</blockquote>
      {flag.comment && (
        <div className="prose max-w-prose text-ink-2">
          <Markdown text={flag.comment} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => say("upheld")} busyLabel={busy === "upheld" ? "…" : undefined}>
          Does not count
        </Button>
        <Button
          size="small"
          onClick={() => say("dismissed")}
          busyLabel={busy === "dismissed" ? "…" : undefined}
        >
          Counts
        </Button>
      </div>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
    </li>
  );
}
