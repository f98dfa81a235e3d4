import { Button } from "@/components/ui/button";
import type { PointState } from "@/lib/classroom/grading/point-state";
import { creditWords, timeWords } from "./decision-words";
import { focusPointOf } from "./focus-point";

type Props = { state: PointState; onKeep: () => void; onUseMine: (credit: number | null) => void };

/** Two graders decided differently: both are shown, and this one says which stands. */
export function RefusedNote({ state, onKeep, onUseMine }: Props) {
  const { stored, refused } = state;
  if (!refused) return null;
  const who = stored.isMine ? "You, on another screen," : (stored.grader ?? "Somebody else");
  const theirs = stored.credit === null ? "took the decision back" : `decided ${creditWords(stored.credit)}`;
  return (
    <div role="alert" className="grid gap-2 rounded-md border border-warn/40 bg-warn-soft p-3 text-sm">
      <p>
        <strong className="font-semibold">
          {who} {theirs}
        </strong>
        {stored.gradedAtMs !== null && ` at ${timeWords(stored.gradedAtMs)}`}, before your{" "}
        {refused.credit === null ? "taking it back" : creditWords(refused.credit)} arrived. Nothing of theirs
        was overwritten.
      </p>
      <p className="flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={(event) => {
            focusPointOf(event.currentTarget);
            onKeep();
          }}
        >
          Keep {creditWords(stored.credit)}
        </Button>
        <Button
          size="small"
          onClick={(event) => {
            focusPointOf(event.currentTarget);
            onUseMine(refused.credit);
          }}
        >
          Use mine: {creditWords(refused.credit)}
        </Button>
      </p>
    </div>
  );
}
