"use client";

import { Tabs } from "@/components/ui/tabs";
import { BoardPanel } from "../board/board-panel";
import { useInterviewState } from "../interview-context";
import { FOCUS_TARGETS } from "../keys/focus-targets";
import { EstimatorPanel } from "./estimator-panel";
import { FactsPanel } from "./facts-panel";
import { NotesPanel } from "./notes-panel";

/** What lies beside the answer: board, sums, facts, notes. */
export function BenchPanel() {
  const factCount = useInterviewState((state) => state.facts.length);
  return (
    <div
      data-focus-target={FOCUS_TARGETS.bench}
      tabIndex={-1}
      className="flex h-full min-h-0 flex-col p-3 outline-none"
    >
      <Tabs
        label="Bench"
        className="flex min-h-0 flex-1 flex-col"
        panelClassName="min-h-0 overflow-y-auto [&:not([hidden])]:flex [&:not([hidden])]:flex-1 flex-col"
        tabs={[
          { id: "board", label: "Board", content: <BoardPanel /> },
          { id: "estimates", label: "Estimates", content: <EstimatorPanel /> },
          { id: "facts", label: `Facts (${factCount})`, content: <FactsPanel /> },
          { id: "notes", label: "Notes", content: <NotesPanel /> },
        ]}
      />
    </div>
  );
}
