"use client";

import { useCallback } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { SheetPoint } from "@/lib/data/seat/load-seat";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import type { SheetMark } from "@/lib/learning/scoring-sheet";
import { useSeat, useSheet } from "../seat-context";
import { SheetRow } from "./sheet-row";

type RowsProps = {
  points: readonly SheetPoint[];
  marks: ReadonlyMap<string, SheetMark>;
  onWrite: (mark: SheetMark) => void;
};

function Rows({ points, marks, onWrite }: RowsProps) {
  return (
    <ul className="divide-y divide-line">
      {points.map((point) => (
        <SheetRow key={point.id} point={point} written={marks.get(point.id)} onWrite={onWrite} />
      ))}
    </ul>
  );
}

/** The rubric as a sheet: saved as it is filled in, read by nobody else before the submission takes it. */
export function ScoringSheet() {
  const { seat, sheet } = useSeat();
  const { marks, status } = useSheet();
  const onWrite = useCallback((mark: SheetMark) => sheet.write(mark), [sheet]);
  const marked = seat.points.filter(({ id }) => (marks.get(id)?.mark ?? null) !== null).length;
  return (
    <div className="grid content-start gap-3">
      <p className="text-sm text-ink-2">
        Mark what the candidate wrote or said. Nobody sees the sheet before the interview is submitted, which
        takes it.
      </p>
      <p
        data-seat-target="sheet"
        tabIndex={-1}
        className="sticky -top-3 z-10 flex justify-between gap-2 border-b border-line bg-paper py-1.5 text-sm text-ink-2 tabular-nums"
      >
        <span>
          {marked} of {seat.points.length} marked
        </span>
        <span data-sheet-status>{status}</span>
      </p>
      {STAGES.map((stage) => {
        const own = seat.points.filter((point) => point.stage === stage);
        const beyond = own.filter((point) => !point.isExpected);
        if (own.length === 0) return null;
        return (
          <section key={stage} aria-label={`Sheet: ${STAGE_INFO[stage].title}`}>
            <h2 className="text-sm font-semibold">{STAGE_INFO[stage].title}</h2>
            <Rows points={own.filter((point) => point.isExpected)} marks={marks} onWrite={onWrite} />
            {beyond.length > 0 && (
              <Disclosure summary={`Points of higher levels (${beyond.length})`}>
                <Rows points={beyond} marks={marks} onWrite={onWrite} />
              </Disclosure>
            )}
          </section>
        );
      })}
    </div>
  );
}
