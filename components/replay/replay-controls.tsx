"use client";

import { Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { formatClock } from "@/lib/interview/clock";
import type { Moment } from "@/lib/interview/replay/moments";
import { type Player, SPEEDS, type Speed } from "./use-player";

type Props = { player: Player; lengthMs: number; moments: readonly Moment[] };

/** Play, step from moment to moment, and a slider over the whole time. */
export function ReplayControls({ player, lengthMs, moments }: Props) {
  const { atMs, isPlaying, speed, seek, toggle, setSpeed } = player;
  const before = moments.findLast((moment) => moment.atMs < atMs - 500);
  const after = moments.find((moment) => moment.atMs > atMs + 500);
  return (
    <div className="grid gap-2">
      <Slider
        label="Time of the interview"
        value={Math.round(atMs / 1000)}
        min={0}
        max={Math.ceil(lengthMs / 1000)}
        onChange={(seconds) => seek(seconds * 1000)}
        format={(seconds) => `${formatClock(seconds * 1000)} of ${formatClock(lengthMs)}`}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onClick={toggle}
          icon={isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        >
          {isPlaying ? "Pause" : "Play"}
        </Button>
        <Button onClick={() => seek(before?.atMs ?? 0)} icon={<SkipBack size={16} aria-hidden />}>
          Moment before
        </Button>
        <Button onClick={() => seek(after?.atMs ?? lengthMs)} icon={<SkipForward size={16} aria-hidden />}>
          Next moment
        </Button>
        <div className="w-44 sm:ml-auto">
          <Select
            aria-label="Speed"
            value={speed}
            onChange={(event) => setSpeed(Number(event.target.value) as Speed)}
          >
            {SPEEDS.map((one) => (
              <option key={one} value={one}>
                {one} times as fast
              </option>
            ))}
          </Select>
        </div>
      </div>
    </div>
  );
}
