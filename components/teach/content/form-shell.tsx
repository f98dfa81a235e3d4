"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";

type Props = {
  label: string;
  isBusy: boolean;
  message: string | null;
  saveWords: string;
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** The frame of an editor in its place: fields, one button that saves, what went wrong. Escape leaves it. */
export function FormShell({ label, isBusy, message, saveWords, onSave, onCancel, children }: Props) {
  return (
    <form
      aria-label={label}
      className="grid gap-4 rounded-md border border-line bg-sunken/50 p-4"
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busyLabel={isBusy ? "Saving …" : undefined}>
          {saveWords}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <StatusLine tone="bad">{message}</StatusLine>
      </div>
    </form>
  );
}
