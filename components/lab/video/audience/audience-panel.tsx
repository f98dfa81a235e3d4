"use client";

import { Plus, RotateCcw, Users } from "lucide-react";
import { useCallback, useState } from "react";
import { formatCount } from "@/components/lab/format";
import { HistoryStrip } from "@/components/lab/video/audience/history-strip";
import { UserPicker } from "@/components/lab/video/audience/user-picker";
import { VideoFinder } from "@/components/lab/video/audience/video-finder";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";

/** Who is watching: a viewer of the world, or that viewer's history after the visitor has changed it. */
export function AudiencePanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const [open, setOpen] = useState<"users" | "videos" | null>(null);
  const remove = useCallback((index: number) => void lab.removeFromHistory(index), [lab]);
  const { user, history, state } = view;
  const isEdited = state.audience?.kind === "history";
  const interests =
    user.topTopics.length > 0 ? `mostly ${user.topTopics.join(", ")}` : "no favourite topic yet";
  return (
    <section aria-labelledby="audience-heading" className="rounded-lg border border-line bg-raised p-3.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="audience-heading" className="font-semibold">
            {isEdited
              ? `A visitor with ${formatCount(history.length)} watched videos`
              : `Watching as ${user.label}`}
          </h2>
          <p className="text-sm text-ink-2">
            {isEdited
              ? `Started from ${user.label}, ${user.language}`
              : `${user.language}, ${formatCount(user.watches)} watches, ${interests}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isEdited && (
            <Button
              size="small"
              variant="quiet"
              icon={<RotateCcw size={15} aria-hidden />}
              onClick={() => lab.chooseUser(user.userId)}
            >
              Undo changes
            </Button>
          )}
          <Button size="small" icon={<Plus size={15} aria-hidden />} onClick={() => setOpen("videos")}>
            Add a video
          </Button>
          <Button size="small" icon={<Users size={15} aria-hidden />} onClick={() => setOpen("users")}>
            Another viewer
          </Button>
        </div>
      </div>
      <HistoryStrip history={history} onRemove={remove} />
      {open === "users" && <UserPicker lab={lab} onClose={() => setOpen(null)} />}
      {open === "videos" && (
        <VideoFinder
          lab={lab}
          watched={history}
          onAdd={(card) => void lab.addToHistory(card)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
