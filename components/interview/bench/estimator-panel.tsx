"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/inputs";
import { evaluateSheet, type SheetResult } from "@/lib/interview/estimator/sheet";
import type { Estimate } from "@/lib/interview/state";
import { useCanWrite, useInterview, useInterviewState } from "../interview-context";
import { newShortId } from "../store/identifiers";

function Result({ result, isEmpty }: { result: SheetResult | undefined; isEmpty: boolean }) {
  if (!result || isEmpty) return <span className="text-ink-2">–</span>;
  if (result.ok) return <output className="font-medium tabular-nums">{result.text}</output>;
  return <span className="text-warn">{result.message}</span>;
}

function Row({ row, number, result }: { row: Estimate; number: number; result: SheetResult | undefined }) {
  const { store } = useInterview();
  const canWrite = useCanWrite();
  const save = (change: Partial<Estimate>) => {
    const { id, name, expression } = { ...row, ...change };
    store.write({ kind: "estimate-saved", estimateId: id, name, expression });
  };
  return (
    <li className="grid gap-1.5 rounded-lg border border-line p-2">
      <div className="flex gap-1.5">
        <div className="w-24 shrink-0">
          <TextInput
            aria-label={`Name of estimate ${number}`}
            placeholder="name"
            maxLength={60}
            disabled={!canWrite}
            value={row.name}
            onChange={(event) => save({ name: event.target.value })}
          />
        </div>
        <TextInput
          aria-label={`Sum of estimate ${number}`}
          placeholder="100M users * 10 / day"
          maxLength={300}
          disabled={!canWrite}
          value={row.expression}
          onChange={(event) => save({ expression: event.target.value })}
          className="font-mono"
        />
        <Button
          variant="quiet"
          iconOnly
          aria-label={`Delete estimate ${number}`}
          icon={<Trash2 size={15} aria-hidden />}
          disabled={!canWrite}
          onClick={() => store.write({ kind: "estimate-removed", estimateId: row.id })}
        />
      </div>
      <p className="min-h-5 text-sm [overflow-wrap:anywhere]">
        = <Result result={result} isEmpty={row.expression.trim() === ""} />
      </p>
    </li>
  );
}

/** Back-of-the-envelope sums with units. A row can use the names of the rows above it. */
export function EstimatorPanel() {
  const { store } = useInterview();
  const canWrite = useCanWrite();
  const rows = useInterviewState((state) => state.estimates);
  const results = evaluateSheet(rows);
  return (
    <div className="grid gap-3">
      <ol className="grid gap-2">
        {rows.map((row, i) => (
          <Row key={row.id} row={row} number={i + 1} result={results[i]} />
        ))}
      </ol>
      <div>
        <Button
          size="small"
          icon={<Plus size={15} aria-hidden />}
          disabled={!canWrite}
          onClick={() =>
            store.write({ kind: "estimate-saved", estimateId: newShortId(), name: "", expression: "" })
          }
        >
          Add an estimate
        </Button>
      </div>
      <Disclosure summary="How to write one">
        <ul className="grid gap-1 text-sm text-ink-2">
          <li>
            <code className="font-mono text-ink">100M users * 10 requests/user / day</code> keeps its units.
          </li>
          <li>
            <code className="font-mono text-ink">… in requests/s</code> shows the result in that unit.
          </li>
          <li>K, M, B, T scale; ms, s, min, h, day; KB, MB, GB, TB; any other word counts things.</li>
          <li>
            Give a row a name, such as <code className="font-mono text-ink">qps</code>, and use it below.
          </li>
        </ul>
      </Disclosure>
    </div>
  );
}
