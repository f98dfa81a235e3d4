import { Square } from "lucide-react";
import { useView } from "@/components/lab/data/core/use-view";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

/** How far: in bytes while a file is read, otherwise in percent. */
const describeProgress = (bytes: number | null, fraction: number) =>
  bytes === null
    ? `${Math.round(fraction * 100)} %`
    : `${formatBytes(Math.round(fraction * bytes))} of ${formatBytes(bytes)}`;

/** What is being done, how far it is, and the button that stops it. */
export function DataStatus({ desk }: { desk: WorkerDesk }) {
  const { activity, fraction, bytes, error, notice } = useView(desk);
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
        <Button size="small" icon={<Square size={13} aria-hidden />} onClick={() => desk.cancel()}>
          Cancel
        </Button>
      )}
      <StatusLine tone={error ? "bad" : "neutral"} className="min-w-0">
        {error ?? (isBusy ? `${activity}…` : notice)}
      </StatusLine>
      {isBusy && fraction !== null && (
        <div className="flex shrink-0 items-center gap-2">
          <div className="w-28">
            <ProgressBar label={activity} value={fraction} valueText={describeProgress(bytes, fraction)} />
          </div>
          <span className="text-sm whitespace-nowrap text-ink-2 tabular-nums">
            {describeProgress(bytes, fraction)}
          </span>
        </div>
      )}
    </div>
  );
}
