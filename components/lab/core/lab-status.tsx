import { Link2, Play, RotateCcw, Square } from "lucide-react";
import { useState } from "react";
import type { CommonView } from "@/components/lab/core/lab-types";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

/** What a lab's status reads and does; every store has it. */
type StatusLab = {
  run(): Promise<void>;
  cancel(): void;
  hasChangedKnobs(): boolean;
  resetKnobs(): void;
  link(): string | null;
};
type StatusWords = {
  /** Of the stored run: what it was, and what a touch does. */
  stored: string;
  /** Of the last live run: "1,000,000 videos to 10 in 4.1 ms". */
  ran: string;
  /** Whom the copied link is about: "viewer 0412". */
  about: string;
};
type LabStatusProps = { lab: StatusLab; view: CommonView; words: StatusWords; withLink?: boolean };

function describe(view: CommonView, { stored }: StatusWords): string {
  const { phase } = view;
  if (phase === "failed") return view.error ?? "";
  if (view.training.isPaused) return `Paused: ${view.activity}.`;
  const step = view.step && `Step ${view.step.number} of ${view.step.of}: `;
  if (view.activity) return `${step ?? ""}${view.activity}…`;
  if (view.notices.stopped) return view.notices.stopped;
  return phase === "still" ? stored : "Live in this browser.";
}

/** What the lab is doing, and the button that goes with it. */
export function LabStatus({ lab, view, words, withLink }: LabStatusProps) {
  const isBusy = view.activity !== "";
  const percent = view.fraction === null ? null : Math.round(view.fraction * 100);
  return (
    <div className="flex min-h-9.5 flex-wrap items-center gap-x-3 gap-y-2">
      {(view.phase === "still" || view.phase === "failed") && (
        <Button
          variant="primary"
          size="small"
          icon={<Play size={15} aria-hidden />}
          onClick={() => void lab.run()}
        >
          {view.phase === "failed" ? "Try again" : "Run it live"}
        </Button>
      )}
      {isBusy && (
        <Button size="small" icon={<Square size={13} aria-hidden />} onClick={() => lab.cancel()}>
          Cancel
        </Button>
      )}
      <StatusLine tone={view.phase === "failed" ? "bad" : "neutral"} className="min-w-0">
        {describe(view, words)}
      </StatusLine>
      {view.phase === "live" && !isBusy && <RunTime ran={words.ran} runs={view.runs} />}
      {isBusy && percent !== null && (
        <div className="flex shrink-0 items-center gap-2">
          <div className="w-28">
            <ProgressBar label={view.activity} value={percent} max={100} valueText={`${percent} %`} />
          </div>
          <span className="text-sm whitespace-nowrap text-ink-2 tabular-nums">{percent} %</span>
        </div>
      )}
      {view.phase === "live" && !isBusy && withLink && <LiveButtons lab={lab} about={words.about} />}
      <Notices view={view} />
    </div>
  );
}

/** What was decided for the visitor, below the line. */
function Notices({ view: { notices } }: { view: CommonView }) {
  const text = [notices.device, notices.backend, notices.audience].filter(Boolean).join(" ");
  return <StatusLine className="w-full text-xs! empty:hidden">{text}</StatusLine>;
}

/** Outside the live region: it changes with every knob, and nobody wants to hear each of them. */
function RunTime({ ran, runs }: { ran: string; runs: number }) {
  return (
    <p className="text-sm text-ink-2 tabular-nums">
      {ran}
      {runs === 1 && ": the first run; later ones are faster, once the browser has compiled the code"}
    </p>
  );
}

function LiveButtons({ lab, about }: { lab: StatusLab; about: string }) {
  const [isCopied, setCopied] = useState(false);
  const isChanged = lab.hasChangedKnobs();
  function copy() {
    const { origin, pathname } = window.location;
    navigator.clipboard.writeText(`${origin}${pathname}?${lab.link() ?? ""}`).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }
  return (
    <div className="flex gap-2">
      {isChanged && (
        <Button
          size="small"
          variant="quiet"
          icon={<RotateCcw size={15} aria-hidden />}
          onClick={() => lab.resetKnobs()}
        >
          Reset the knobs
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        icon={<Link2 size={15} aria-hidden />}
        onClick={copy}
        onBlur={() => setCopied(false)}
      >
        {isCopied ? "Link copied" : "Copy link"}
      </Button>
      <StatusLine hidden>{isCopied ? `Copied the link to this state of the lab, ${about}.` : ""}</StatusLine>
    </div>
  );
}
