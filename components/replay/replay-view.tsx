"use client";

import { useMemo } from "react";
import { Message } from "@/components/interview/thread/message";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { ReportPoint } from "@/lib/grading/report/schema";
import type { Part } from "@/lib/grading/types";
import { boardToOutline } from "@/lib/interview/board-outline";
import { formatClock } from "@/lib/interview/clock";
import { earnedAt } from "@/lib/interview/replay/earned";
import { momentsOf } from "@/lib/interview/replay/moments";
import { type PackedLog, unpackLog } from "@/lib/interview/replay/pack-log";
import { createReplay } from "@/lib/interview/replay/replay";
import { answersOf } from "@/lib/interview/scene";
import type { InterviewState } from "@/lib/interview/state";
import { BoardPicture } from "./board-picture";
import { momentWords } from "./moment-words";
import { ReplayAnswer } from "./replay-answer";
import { ReplayControls } from "./replay-controls";
import { ReplayPoints } from "./replay-points";
import { ReplayTimeline } from "./replay-timeline";
import { usePlayer } from "./use-player";

type Props = { log: PackedLog; points: readonly ReportPoint[] };

/** The last messages: the whole conversation is long, and what matters is what was just said. */
const LAST_MESSAGES = 4;

function Conversation({ state }: { state: InterviewState }) {
  const isOpen = (id: string) => state.prompted.some((one) => one.entryId === id && one.settled === null);
  return (
    <section aria-label="Conversation" className="min-w-0">
      <h2 className="mb-2 text-sm font-medium text-ink-2">Conversation</h2>
      <ul className="grid gap-3">
        {state.thread.slice(-LAST_MESSAGES).map((entry) => (
          <Message key={entry.id} entry={entry} isOpen={isOpen(entry.id)} />
        ))}
      </ul>
    </section>
  );
}

function useReplay(log: PackedLog, points: readonly ReportPoint[]) {
  return useMemo(() => {
    const replay = createReplay(unpackLog(log));
    return { replay, moments: momentsOf(replay), earned: earnedAt(replay, points) };
  }, [log, points]);
}

/** The interview again, at any minute: what stood in the answer and on the board, what had been said, what it had earned. */
export function ReplayView({ log, points }: Props) {
  const { replay, moments, earned } = useReplay(log, points);
  const player = usePlayer(replay.lengthMs);
  const { atMs, seek } = player;
  const state = useMemo(() => replay.at(atMs), [replay, atMs]);
  const part: Part = state.stage ?? "whole";
  const lit = new Set(earned.filter((one) => one.atMs <= atMs).map(({ id }) => id));
  return (
    <div className="grid gap-8">
      <section aria-label="Timeline" className="grid gap-4">
        <ReplayTimeline replay={replay} moments={moments} earned={earned} atMs={atMs} seek={seek} />
        <ReplayControls player={player} lengthMs={replay.lengthMs} moments={moments} />
      </section>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)]">
        <Conversation state={state} />
        <ReplayAnswer
          text={answersOf(state)[part] ?? ""}
          part={part}
          points={points.filter(({ id }) => lit.has(id))}
        />
        <section aria-label="Board" className="min-w-0">
          <h2 className="mb-2 text-sm font-medium text-ink-2">Board</h2>
          <BoardPicture board={state.board} frame={replay.final.board} />
          {state.board.nodes.length > 0 && (
            <Disclosure className="mt-2" summary="The board as an outline">
              <pre className="overflow-x-auto text-xs">{boardToOutline(state.board)}</pre>
            </Disclosure>
          )}
        </section>
      </div>
      <ReplayPoints points={points} earned={earned} atMs={atMs} seek={seek} />
      <Disclosure summary={`All ${moments.length} moments as a table`}>
        <Table
          caption="What happened, in order"
          hideCaption
          dense
          rows={moments}
          rowKey={({ count }) => String(count)}
          columns={[
            {
              key: "time",
              header: "Time",
              numeric: true,
              cell: (moment) => (
                <button type="button" className="text-accent underline" onClick={() => seek(moment.atMs)}>
                  {formatClock(moment.atMs)}
                </button>
              ),
            },
            { key: "what", header: "What", rowHeader: true, cell: (moment) => momentWords(moment).what },
            { key: "said", header: "Words", cell: (moment) => momentWords(moment).said },
          ]}
        />
      </Disclosure>
    </div>
  );
}
