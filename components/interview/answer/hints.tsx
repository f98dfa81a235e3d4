"use client";

import { Lightbulb } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Stage } from "@/lib/framework/stages";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";
import { useSay } from "../status/live-region";

/** Hints of a stage, from gentle to telling, one more each time. What was shown stands in the report. */
export function Hints({ stage }: { stage: Stage }) {
  const { store, actions, loaded } = useInterview();
  const canWrite = useCanWrite();
  const say = useSay();
  const all = useInterviewState((state) => state.hints);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = all.filter((hint) => hint.stage === stage);
  const total = loaded.hintCounts[stage] ?? 0;
  async function showNext() {
    setBusy(true);
    const message = await store
      .act((sinceSeq) => actions.showHint({ interviewId: loaded.id, stage, sinceSeq }))
      .catch(() => "Hints come from the server, which is out of reach at the moment.");
    setProblem(message);
    const latest = store.getSnapshot().state.hints.findLast((hint) => hint.stage === stage);
    say(message ?? `Hint: ${latest?.text ?? ""}`);
    setBusy(false);
  }
  if (total === 0) return null;
  return (
    <div className="grid gap-1.5 text-sm">
      {shown.length > 0 && (
        <ol className="grid gap-1 border-l-2 border-accent pl-3">
          {shown.map((hint) => (
            <li key={hint.index}>{hint.text}</li>
          ))}
        </ol>
      )}
      {problem && <p className="text-warn">{problem}</p>}
      {shown.length < total && (
        <div>
          <Button
            size="small"
            variant="quiet"
            disabled={!canWrite}
            busyLabel={isBusy ? "Asking for a hint" : undefined}
            icon={<Lightbulb size={15} aria-hidden />}
            onClick={showNext}
          >
            {shown.length === 0
              ? `Show a hint (${total} for this stage)`
              : `Show the next hint (${shown.length} of ${total} seen)`}
          </Button>
        </div>
      )}
    </div>
  );
}
