"use client";

import { useCallback, useEffect, useState } from "react";
import { reach } from "@/components/learning/learning-actions";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import { Table } from "@/components/ui/table";
import { readLabPath } from "@/lib/classroom/evidence/lab-address";
import { type Difference, differences, outcomeOf } from "@/lib/classroom/evidence/outcome";
import type { EvidenceToCheck } from "@/lib/data/submission/read-evidence";
import type { AssignedProps } from "./assigned-lab";

type Checked =
  | { phase: "running" }
  | { phase: "failed"; message: string }
  | { phase: "done"; differences: Difference[]; hash: string };

const subjectOf = (one: Difference): string => (one.of === "place" ? `Place ${one.place}` : one.name);
const wordsOf = (one: Difference, value: number | null): string => {
  if (value === null) return "nothing";
  return one.of === "place" ? `#${value}` : String(value);
};

function useCheck({ lab, actions }: AssignedProps, evidenceId: string) {
  const [evidence, setEvidence] = useState<EvidenceToCheck | null>(null);
  const [checked, setChecked] = useState<Checked>({ phase: "running" });
  const check = useCallback(async () => {
    setChecked({ phase: "running" });
    const result = await reach(actions.read({ evidenceId }));
    if (!result.ok) return setChecked({ phase: "failed", message: result.message });
    setEvidence(result.data);
    try {
      // What is run is the address as it was attached, whatever the bar says now.
      await lab.adopt(readLabPath(result.data.path)?.query ?? "");
      const { items, figures } = await lab.outcome();
      const again = outcomeOf(items, figures);
      setChecked({ phase: "done", differences: differences(result.data.outcome, again), hash: again.hash });
    } catch {
      setChecked({
        phase: "failed",
        message: "The lab could not be run here, so nothing can be said of it.",
      });
    }
  }, [lab, actions, evidenceId]);
  useEffect(() => {
    const timer = setTimeout(check, 0);
    return () => clearTimeout(timer);
  }, [check]);
  return { evidence, checked, check };
}

function Verdict({ checked }: { checked: Checked }) {
  if (checked.phase === "running") return <StatusLine>Running it again in this browser…</StatusLine>;
  if (checked.phase === "failed") return <StatusLine tone="bad">{checked.message}</StatusLine>;
  const { differences: found, hash } = checked;
  if (found.length === 0)
    return <StatusLine tone="good">Identical: the new run gave the same, {hash.slice(0, 8)}.</StatusLine>;
  return (
    <>
      <StatusLine tone="bad">
        Not identical: {found.length === 1 ? "one thing differs" : `${found.length} things differ`}.
      </StatusLine>
      <Table
        caption="What differs"
        dense
        rows={found}
        rowKey={subjectOf}
        columns={[
          { key: "what", header: "What", rowHeader: true, cell: subjectOf },
          { key: "stored", header: "Attached", numeric: true, cell: (one) => wordsOf(one, one.stored) },
          { key: "again", header: "Run again", numeric: true, cell: (one) => wordsOf(one, one.again) },
        ]}
      />
    </>
  );
}

/** Runs an attached address again and says whether it gives the same. */
export function CheckBar(props: AssignedProps & { evidenceId: string }) {
  const { evidence, checked, check } = useCheck(props, props.evidenceId);
  return (
    <>
      {evidence && (
        <p>
          Lab run attached by {evidence.whose} to <span className="font-medium">{evidence.title}</span>:{" "}
          {evidence.outcome.hash.slice(0, 8)}. “Compare again” goes back to it from any other state.
        </p>
      )}
      <Verdict checked={checked} />
      {checked.phase !== "running" && (
        <div>
          <Button size="small" onClick={() => void check()}>
            Compare again
          </Button>
        </div>
      )}
    </>
  );
}
