import { Link2, Play, RotateCcw, Square } from "lucide-react";
import { useState } from "react";
import { stepsMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import type { LabStore } from "@/components/lab/core/lab-store";
import type { LabView } from "@/components/lab/core/lab-types";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

function words(view: LabView): string {
  const { phase } = view;
  if (phase === "failed") return view.error ?? "";
  if (view.training.isPaused) return `Paused: ${view.activity}.`;
  const step = view.step && `Step ${view.step.number} of ${view.step.of}: `;
  if (view.activity) return `${step ?? ""}${view.activity}…`;
  if (view.notices.stopped) return view.notices.stopped;
  if (phase === "still") return describeStored(view);
  return "Live in this browser.";
}

function describeStored({ recommendation, state }: LabView): string {
  const stored = recommendation.catalogueSize;
  const over = stored === state.items ? "" : `, over ${formatCount(state.items)} videos`;
  return `A run over ${formatCount(stored)} videos, computed beforehand. Touch a knob, and it runs here, in your browser${over}.`;
}

/** What the lab is doing, and the button that goes with it. */
export function LabStatus({ lab, view, withLink }: { lab: LabStore; view: LabView; withLink?: boolean }) {
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
        {words(view)}
      </StatusLine>
      {view.phase === "live" && !isBusy && <RunTime view={view} />}
      {isBusy && percent !== null && (
        <div className="flex shrink-0 items-center gap-2">
          <div className="w-28">
            <ProgressBar label={view.activity} value={percent} max={100} valueText={`${percent} %`} />
          </div>
          <span className="text-sm whitespace-nowrap text-ink-2 tabular-nums">{percent} %</span>
        </div>
      )}
      {view.phase === "live" && !isBusy && withLink && <LiveButtons lab={lab} view={view} />}
      <Notices view={view} />
    </div>
  );
}

/** What was decided for the visitor, below the line. */
function Notices({ view: { notices } }: { view: LabView }) {
  const text = [notices.device, notices.backend, notices.audience].filter(Boolean).join(" ");
  return <StatusLine className="w-full text-xs! empty:hidden">{text}</StatusLine>;
}

/** Outside the live region: it changes with every knob, and nobody wants to hear each of them. */
function RunTime({ view: { recommendation, runs } }: { view: LabView }) {
  const time = formatMilliseconds(stepsMilliseconds(recommendation));
  return (
    <p className="text-sm text-ink-2 tabular-nums">
      {formatCount(recommendation.catalogueSize)} videos to {recommendation.slate.length} in {time}
      {runs === 1 && ": the first run; later ones are faster, once the browser has compiled the code"}
    </p>
  );
}

function LiveButtons({ lab, view }: { lab: LabStore; view: LabView }) {
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
      <StatusLine hidden>
        {isCopied ? `Copied the link to this state of the lab, ${view.user.label}.` : ""}
      </StatusLine>
    </div>
  );
}
