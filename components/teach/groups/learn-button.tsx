"use client";

import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { useAct } from "../use-act";
import type { GroupActions } from "./group-actions";
import { recalibratedWords } from "./group-words";

type Props = { ids: AssignmentIds; isReleased: boolean; recalibrate: GroupActions["recalibrate"] };

export function LearnButton({ ids, isReleased, recalibrate }: Props) {
  const { busy, message, failed, act } = useAct();
  return (
    <section aria-labelledby="learn-title" className="grid gap-2 border-t border-line pt-4">
      <h2 id="learn-title" className="font-semibold">
        Suggestions that follow your grading
      </h2>
      <p className="max-w-prose text-sm text-ink-2">
        Where a point is decided in three or more answers, undecided answers in similar words are suggested a
        credit nearer to what people gave. It decides nothing.
        {isReleased && " Grades are released: withdraw them to change suggestions."}
      </p>
      <p>
        <Button
          disabled={isReleased}
          busyLabel={busy === null ? undefined : "Learning…"}
          onClick={() => act("learn", () => recalibrate(ids), recalibratedWords)}
        >
          Learn from the graded answers
        </Button>
      </p>
      <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
    </section>
  );
}
