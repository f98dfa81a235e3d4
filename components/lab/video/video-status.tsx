import { totalMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import { LabStatus } from "@/components/lab/core/lab-status";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";

function describeStored({ recommendation, state }: VideoLabView): string {
  const stored = recommendation.catalogueSize;
  const over = stored === state.items ? "" : `, over ${formatCount(state.items)} videos`;
  return `A run over ${formatCount(stored)} videos, computed beforehand. Touch a knob, and it runs here, in your browser${over}.`;
}

function describeRun({ recommendation }: VideoLabView): string {
  const time = formatMilliseconds(totalMilliseconds(recommendation.steps));
  return `${formatCount(recommendation.catalogueSize)} videos to ${recommendation.slate.length} in ${time}`;
}

type VideoStatusProps = { lab: VideoLabStore; view: VideoLabView; withLink?: boolean };

export function VideoStatus({ lab, view, withLink = false }: VideoStatusProps) {
  const words = { stored: describeStored(view), ran: describeRun(view), about: view.user.label };
  return <LabStatus lab={lab} view={view} words={words} withLink={withLink} />;
}
