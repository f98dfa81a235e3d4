"use client";

import { useDeferredValue } from "react";
import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";
import { Badge } from "@/components/ui/badge";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { boardToOutline } from "@/lib/interview/board-outline";
import { evaluateSheet } from "@/lib/interview/estimator/sheet";
import { answerText, isExam } from "@/lib/interview/state";
import { useSeatState } from "../seat-context";

function Written({ title, text, isCurrent }: { title: string; text: string; isCurrent: boolean }) {
  return (
    <section className="grid grid-cols-1 gap-1.5">
      <h2 className="flex items-center gap-2 text-sm font-medium text-ink-2">
        {title}
        {isCurrent && <Badge tone="accent">working here</Badge>}
      </h2>
      {text.trim() === "" ? (
        <p className="text-sm text-ink-2">Nothing yet.</p>
      ) : (
        <Prose className="[overflow-wrap:anywhere]">
          <Markdown text={text} />
        </Prose>
      )}
    </section>
  );
}

function Answer() {
  // What is typed arrives in pieces; the words of this page's own inputs come first.
  const state = useDeferredValue(useSeatState((current) => current));
  if (isExam(state)) return <Written title="Answer" text={answerText(state, "whole")} isCurrent={false} />;
  const written = STAGES.filter((stage) => stage === state.stage || answerText(state, stage).trim() !== "");
  return written.map((stage) => (
    <Written
      key={stage}
      title={STAGE_INFO[stage].title}
      text={answerText(state, stage)}
      isCurrent={stage === state.stage}
    />
  ));
}

function Board() {
  const board = useSeatState((state) => state.board);
  const estimates = useSeatState((state) => state.estimates);
  const results = evaluateSheet(estimates);
  return (
    <>
      <section className="grid grid-cols-1 gap-1.5">
        <h2 className="text-sm font-medium text-ink-2">Board</h2>
        {board.nodes.length === 0 ? (
          <p className="text-sm text-ink-2">Nothing drawn yet.</p>
        ) : (
          <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
            {boardToOutline(board)}
          </pre>
        )}
      </section>
      {estimates.length > 0 && (
        <section className="grid grid-cols-1 gap-1.5">
          <h2 className="text-sm font-medium text-ink-2">Estimates</h2>
          <ul className="grid gap-1 text-sm tabular-nums">
            {estimates.map(({ id, name, expression }, i) => {
              const result = results[i];
              return (
                <li key={id}>
                  {name && `${name}: `}
                  {expression} = {result?.ok ? result.text : "?"}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

/** The candidate's work as it grows: read only, without their notes. */
export function WorkPanel() {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="h-full overflow-y-auto p-4"
    >
      <div className="mx-auto grid max-w-2xl grid-cols-1 gap-6">
        <Answer />
        <Board />
      </div>
    </div>
  );
}
