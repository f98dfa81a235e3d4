"use client";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

type Ids = { classId: string; assignmentId: string };
export type OpenReviewsAction = (input: Ids) => Promise<ActionResult<{ reviewers: number; reviews: number }>>;

/** Gives the reviews out, once. */
export function OpenReviews({ ids, open }: { ids: Ids; open: OpenReviewsAction }) {
  const { busy, message, failed, act } = useAct();
  const give = () =>
    act(
      "open",
      () => open(ids),
      ({ reviewers, reviews }) => `${reviews} reviews are given out to ${reviewers} students.`,
    );
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="primary" onClick={give} busyLabel={busy ? "Giving out …" : undefined}>
        Give the reviews out
      </Button>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
    </div>
  );
}
