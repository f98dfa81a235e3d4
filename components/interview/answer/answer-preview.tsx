import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";

/** The answer as Markdown makes it look. */
export function AnswerPreview({ text }: { text: string }) {
  return (
    <section
      aria-label="Preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      className="min-h-64 flex-1 overflow-y-auto rounded-lg border border-line bg-raised p-4"
    >
      {text.trim() === "" ? (
        <p className="text-ink-2">Nothing written here yet.</p>
      ) : (
        <Prose>
          <Markdown text={text} />
        </Prose>
      )}
    </section>
  );
}
