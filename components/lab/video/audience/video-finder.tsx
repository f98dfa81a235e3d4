"use client";

import { useEffect, useState } from "react";
import { formatCount } from "@/components/lab/format";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Spinner } from "@/components/ui/spinner";
import type { VideoCard } from "@/lib/pipeline/video/trace";

const TYPING_PAUSE_MS = 150;

type VideoFinderProps = {
  lab: VideoLabStore;
  watched: readonly VideoCard[];
  onAdd: (card: VideoCard) => void;
  onClose: () => void;
};

/** Adds videos to the history as the newest; stays open, so that several can be added. */
export function VideoFinder({ lab, watched, onAdd, onClose }: VideoFinderProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<VideoCard[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      lab
        .run()
        .then(() => lab.findVideos(text))
        .then((cards) => isCurrent && setFound(cards))
        .catch(() => isCurrent && setFailed(true));
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [lab, text]);
  const watchedItems = new Set(watched.map((card) => card.item));
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a video to the history"
      description="It counts as watched just now."
    >
      <Field label="Words of the title, topic, category or creator">
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {hasFailed && (
        <p className="text-sm text-bad">The catalogue could not be searched. Close this and try again.</p>
      )}
      {!found && !hasFailed && <Spinner>Building the world of videos and viewers</Spinner>}
      {found?.length === 0 && <p className="text-sm text-ink-2">No video has all of these words.</p>}
      <ul className="-mx-2 max-h-[45vh] overflow-y-auto overscroll-contain">
        {found?.map((card) => (
          <li key={card.item} className="flex items-center gap-3 px-2 py-1.5 text-sm">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{card.title}</span>
              <span className="block truncate text-xs text-ink-2">
                {card.creator}, {card.topic}, {formatCount(card.watches)} watches
              </span>
            </span>
            {watchedItems.has(card.item) ? (
              <span className="text-xs text-ink-2">in the history</span>
            ) : (
              <Button size="small" aria-label={`Add “${card.title}”`} onClick={() => onAdd(card)}>
                Add
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
