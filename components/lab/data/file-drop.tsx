import { FileUp } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cx } from "@/components/ui/cx";

type FileDropProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** The file chosen before, if any. */
  chosen?: string | undefined;
  onFile: (file: File) => void;
};

/** A native file field that is also a place to drop a file on. */
export function FileDrop({ label, hint, chosen, onFile }: FileDropProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed p-4",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong/60",
      )}
    >
      <FileUp size={20} aria-hidden className="shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1 basis-60">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-2">
            {hint}
          </p>
        )}
        {chosen && <p className="mt-1 text-sm break-all">{chosen}</p>}
      </div>
      {/* The browser's own "no file chosen" stays unseen: what was chosen is written above. */}
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.data,.dat,.item,text/*"
        {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // So that the same file can be chosen again after it was changed.
          event.target.value = "";
        }}
        className="w-32 overflow-hidden text-sm text-transparent file:mr-3 file:h-9.5 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-strong/60 file:bg-raised file:px-3.5 file:text-sm file:font-medium file:text-ink hover:file:bg-sunken"
      />
    </div>
  );
}
