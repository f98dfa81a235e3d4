import { cx } from "@/components/ui/cx";
import { MODEL_FAILURE_WORDS } from "@/lib/interview/model-failure";
import type { ThreadEntry } from "@/lib/interview/state";
import { isOwn, speakerWords, type Viewpoint } from "./speaker-words";

/** One thing that was said. Who said it stands in words; side and colour only repeat it. */
export function Message({
  entry,
  isOpen,
  viewpoint = "candidate",
}: {
  entry: ThreadEntry;
  isOpen: boolean;
  viewpoint?: Viewpoint;
}) {
  const isMine = isOwn(entry, viewpoint);
  return (
    <li className={cx("grid gap-0.5", isMine ? "ml-6" : "mr-2")}>
      <span className="text-xs text-ink-2">
        {speakerWords(entry, viewpoint)}
        {entry.voice === "model" && " · worded by a language model"}
        {isOpen && (viewpoint === "candidate" ? " · waits for your reply" : " · waits for a reply")}
      </span>
      <p
        className={cx(
          "rounded-lg px-3 py-2 text-sm leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]",
          isMine && "bg-accent-soft",
          !isMine && entry.role !== "twist" && "border border-line bg-raised",
          entry.role === "twist" && "border border-warn/40 bg-warn-soft",
          isOpen && "ring-1 ring-accent",
        )}
      >
        {entry.text}
      </p>
      {entry.voiceFailure && (
        <span className="text-xs text-ink-2">
          {MODEL_FAILURE_WORDS[entry.voiceFailure]};{" "}
          {entry.role === "follow-up" ? "this is the scripted question." : "these are the script’s words."}
        </span>
      )}
    </li>
  );
}
