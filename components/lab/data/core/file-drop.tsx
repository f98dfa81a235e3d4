import { FileUp } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { fromDrop, fromList } from "@/components/lab/data/core/chosen-files";
import type { ChosenFile } from "@/components/lab/data/core/data-store";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";

type FileDropProps = {
  title: ReactNode;
  hint?: ReactNode;
  /** The files chosen before, if any, in words. */
  chosen?: string | undefined;
  /** On the button, and so the name of the field. */
  label: string;
  /** Several files at once. */
  isMultiple?: boolean;
  /** On a second button, for a whole folder. */
  folderLabel?: string;
  onFiles: (files: ChosenFile[]) => void;
};

/** Native file fields that are also a place to drop files and folders on. */
export function FileDrop({ title, hint, chosen, label, isMultiple, folderLabel, onFiles }: FileDropProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const described = hint === undefined ? undefined : `${id}-hint`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the fields inside do the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void fromDrop(event.dataTransfer).then(onFiles);
      }}
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed p-4",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong/60",
      )}
    >
      <FileUp size={20} aria-hidden className="shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium">{title}</p>
        {hint && (
          <p id={described} className="text-sm text-ink-2">
            {hint}
          </p>
        )}
        {chosen && <p className="mt-1 text-sm break-words">{chosen}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <FileField label={label} describedBy={described} isMultiple={isMultiple} onFiles={onFiles} />
        {folderLabel && <FileField label={folderLabel} describedBy={described} isFolder onFiles={onFiles} />}
      </div>
    </div>
  );
}

type FileFieldProps = Pick<FileDropProps, "label" | "onFiles"> & {
  describedBy: string | undefined;
  isMultiple?: boolean | undefined;
  isFolder?: boolean;
};

/** The browser's own button says "no file chosen" in its own words, so it stays unseen behind its label. */
function FileField({ label, describedBy, isMultiple, isFolder, onFiles }: FileFieldProps) {
  return (
    <label
      className={cx(
        buttonClass({ size: "medium", variant: "secondary" }),
        "relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
      )}
    >
      {label}
      <input
        type="file"
        multiple={isMultiple}
        {...(isFolder && { webkitdirectory: "" })}
        aria-describedby={describedBy}
        onChange={(event) => {
          const files = fromList(event.target.files ?? []);
          // So that the same file can be chosen again after it was changed.
          event.target.value = "";
          onFiles(files);
        }}
        className="sr-only"
      />
    </label>
  );
}
