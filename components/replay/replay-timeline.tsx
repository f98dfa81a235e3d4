"use client";

import { type PointerEvent, useMemo } from "react";
import { cx } from "@/components/ui/cx";
import { layoutLines } from "@/lib/charts/line-layout";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatClock } from "@/lib/interview/clock";
import type { Earned } from "@/lib/interview/replay/earned";
import type { Moment, MomentKind } from "@/lib/interview/replay/moments";
import type { Replay } from "@/lib/interview/replay/replay";
import { stagesOf, wordsOverTime } from "@/lib/interview/replay/stretches";

type Props = {
  replay: Replay;
  moments: readonly Moment[];
  earned: readonly Earned[];
  atMs: number;
  seek(atMs: number): void;
};

const SAMPLES = 90;
const LANES: readonly { name: string; kinds: readonly MomentKind[]; dot: string }[] = [
  { name: "Interviewer", kinds: ["answer", "follow-up", "twist", "hint"], dot: "bg-warn" },
  { name: "You", kinds: ["question", "reply", "decision"], dot: "bg-accent" },
  { name: "Board", kinds: ["board", "estimate"], dot: "bg-ink-2" },
];

const share = (ms: number, lengthMs: number) =>
  `${(Math.min(1, ms / Math.max(1, lengthMs)) * 100).toFixed(3)}%`;

function Lane({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-center gap-2">
      <span className="text-xs text-ink-2">{name}</span>
      <div className="relative h-5 border-b border-line">{children}</div>
    </div>
  );
}

/** How the written words grew, as an area under a line. */
function WordsLane({ replay }: { replay: Replay }) {
  const { paths, most } = useMemo(() => {
    const points = wordsOverTime(replay, SAMPLES);
    const most = Math.max(1, ...points.map(([, words]) => words));
    const x = { kind: "linear", domain: [0, Math.max(1, replay.lengthMs)], tickValues: [] } as const;
    const y = { kind: "linear", domain: [0, most], tickValues: [] } as const;
    return { paths: layoutLines([{ id: "words", points }], x, y).paths[0], most };
  }, [replay]);
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-end gap-2">
      <span className="text-xs text-ink-2">Words, to {most}</span>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="h-10 w-full border-b border-line"
        aria-hidden
      >
        <path d={paths?.area} className="fill-accent-soft" />
        <path
          d={paths?.line}
          className="fill-none stroke-accent"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </div>
  );
}

/**
 * One line of time for all that happened: stages, words, what was said, what was drawn, and when points were earned.
 * A picture to look at and to press into; the slider and the list of moments below it do the same by keyboard.
 */
export function ReplayTimeline({ replay, moments, earned, atMs, seek }: Props) {
  const { lengthMs } = replay;
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * lengthMs);
  }
  return (
    <div className="relative grid gap-1 select-none" aria-hidden>
      <Lane name="Stage">
        {stagesOf(replay).map(({ stage, fromMs, toMs }) => (
          <span
            key={fromMs}
            title={`${stage === "wrap-up" ? "Wrap-up" : STAGE_INFO[stage].title}, from ${formatClock(fromMs)}`}
            className="absolute inset-y-0 overflow-hidden border-l border-line bg-sunken px-1 text-[0.6875rem] leading-5 text-ink-2"
            style={{ left: share(fromMs, lengthMs), width: share(toMs - fromMs, lengthMs) }}
          >
            {stage}
          </span>
        ))}
      </Lane>
      <WordsLane replay={replay} />
      {LANES.map(({ name, kinds, dot }) => (
        <Lane key={name} name={name}>
          {moments
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ count, atMs: at, kind, text }) => (
              <span
                key={count}
                title={`${formatClock(at)} ${text}`}
                className={cx(
                  "absolute top-1/2 -ml-1 size-2 -translate-y-1/2",
                  kind === "twist" ? "rotate-45" : "rounded-full",
                  dot,
                )}
                style={{ left: share(at, lengthMs) }}
              />
            ))}
        </Lane>
      ))}
      <Lane name="Points">
        {earned.map(({ id, atMs: at }) => (
          <span
            key={id}
            className={cx("absolute inset-y-0.5 w-0.5", at <= atMs ? "bg-good" : "bg-line-strong")}
            style={{ left: share(at, lengthMs) }}
          />
        ))}
      </Lane>
      <div className="absolute inset-y-0 right-0 left-24 cursor-pointer" onPointerDown={onPointerDown}>
        <span className="absolute inset-y-0 w-px bg-accent-strong" style={{ left: share(atMs, lengthMs) }} />
      </div>
    </div>
  );
}
