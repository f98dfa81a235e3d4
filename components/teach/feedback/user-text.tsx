import { Markdown } from "@/components/content/markdown";
import { cx } from "@/components/ui/cx";

/** What people of a class write to each other: sanitised Markdown at the size of the page around it. */
export function UserText({ text, className }: { text: string; className?: string }) {
  return (
    <div
      className={cx(
        "grid gap-2 text-sm leading-relaxed wrap-anywhere [&_code]:font-mono [&_code]:text-[0.9em] [&_li]:ml-5 [&_ol]:list-decimal [&_pre]:overflow-x-auto [&_ul]:list-disc",
        className,
      )}
    >
      <Markdown text={text} />
    </div>
  );
}
