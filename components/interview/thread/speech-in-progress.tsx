/**
 * The interviewer's words while they are found. Screen readers are told of them when they are whole and stand in the
 * conversation: half a question is none.
 */
export function SpeechInProgress({ text }: { text: string }) {
  return (
    <li className="mr-2 grid gap-0.5" aria-hidden data-speech>
      <span className="text-xs text-ink-2">Interviewer · is speaking</span>
      <p className="rounded-lg border border-dashed border-line-strong px-3 py-2 text-sm leading-relaxed whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
        {text === "" ? "…" : `${text} …`}
      </p>
    </li>
  );
}
