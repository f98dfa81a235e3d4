import { Square } from "lucide-react";
import type { DataStore } from "@/components/lab/data/data-store";
import type { DataLabView } from "@/components/lab/data/data-view";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

/** How far: in bytes while a file is read, otherwise in percent. */
function describeProgress({ activity, file }: DataLabView, fraction: number): string {
  if (file && activity.startsWith(`Reading ${file.name}`))
    return `${formatBytes(Math.round(fraction * file.size))} of ${formatBytes(file.size)}`;
  return `${Math.round(fraction * 100)} %`;
}

/** What is being done, how far it is, and the button that stops it. */
export function DataStatus({ store, view }: { store: DataStore; view: DataLabView }) {
  const { activity, fraction, error, notice } = view;
  const isBusy = activity !== "";
  return (
    <div
      className={
        isBusy || error
          ? "sticky top-2 z-10 -mt-4 flex min-h-9.5 flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-raised px-3 py-1.5"
          : "-mt-4 flex min-h-9.5 items-center px-3"
      }
    >
      {isBusy && (
        <Button size="small" icon={<Square size={13} aria-hidden />} onClick={() => store.cancel()}>
          Cancel
        </Button>
      )}
      <StatusLine tone={error ? "bad" : "neutral"} className="min-w-0">
        {error ?? (isBusy ? `${activity}…` : notice)}
      </StatusLine>
      {isBusy && fraction !== null && (
        <div className="flex shrink-0 items-center gap-2">
          <div className="w-28">
            <ProgressBar label={activity} value={fraction} valueText={describeProgress(view, fraction)} />
          </div>
          <span className="text-sm whitespace-nowrap text-ink-2 tabular-nums">
            {describeProgress(view, fraction)}
          </span>
        </div>
      )}
    </div>
  );
}
