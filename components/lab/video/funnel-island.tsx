"use client";

import Link from "next/link";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { groupedStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import { formatCount } from "@/components/lab/format";
import { CompactSlate } from "@/components/lab/video/slate/compact-slate";
import { useVideoLab } from "@/components/lab/video/use-video-lab";
import { VideoStatus } from "@/components/lab/video/video-status";
import type { VideoLabStart } from "@/components/lab/video/video-view";
import { STAGE_GROUPS, VIDEO_WORDS } from "@/components/lab/video/words";
import { Slider } from "@/components/ui/slider";

const ITEMS = 100_000;

/** One knob for each stage of the funnel, and the slate that answers. */
export function FunnelIsland({ start }: { start: VideoLabStart }) {
  const { lab, view } = useVideoLab(start, ITEMS);
  const { recommendation, state } = view;
  const { knobs } = state;
  const changed = view.phase === "live" ? lab.address() : null;
  const query = changed ? `?${changed}` : "";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FunnelPicture
        stages={groupedStages(recommendation.steps, STAGE_GROUPS)}
        items="videos"
        fullHeightCount={Math.max(start.recommendation.catalogueSize, recommendation.catalogueSize)}
      />
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        <Slider
          label="Two-tower"
          min={0}
          max={500}
          step={10}
          value={knobs.candidates["two-tower"]}
          format={(value) => `${formatCount(value)} videos`}
          onChange={(value) =>
            lab.setKnobs({ ...knobs, candidates: { ...knobs.candidates, "two-tower": value } })
          }
        />
        <Slider
          label="A like is worth"
          min={0}
          max={3}
          step={0.1}
          value={knobs.headWeights.like}
          format={(value) => value.toFixed(1)}
          onChange={(like) => lab.setKnobs({ ...knobs, headWeights: { ...knobs.headWeights, like } })}
        />
        <Slider
          label="Relevance, MMR λ"
          min={0}
          max={1}
          step={0.05}
          value={knobs.mmrLambda}
          format={(value) => value.toFixed(2)}
          onChange={(mmrLambda) => lab.setKnobs({ ...knobs, mmrLambda })}
        />
      </div>
      <CompactSlate recommendation={recommendation} baseline={view.baseline} />
      <VideoStatus lab={lab} view={view} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <FunnelTable run={recommendation} words={VIDEO_WORDS} />
        <Link href={`/lab/video${query}`} className="inline-flex min-h-7 items-center text-sm">
          Every knob, and the whole catalogue, in the lab
        </Link>
      </div>
    </div>
  );
}
