"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

type DialogProps = {
  open: boolean;
  /** Called on Escape, on the close button and on a press outside. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  width?: "narrow" | "medium" | "wide";
  /** Shows the title to screen readers only and leaves out the close button (the palette does). */
  bare?: boolean;
  children?: ReactNode;
};

const widths = { narrow: "max-w-sm", medium: "max-w-lg", wide: "max-w-3xl" } as const;

/** The browser's own modal dialog: it traps focus, closes on Escape and gives the focus back. `data-autofocus` marks where to start. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  width = "medium",
  bare,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element>(null);
  const titleId = useId();
  const descriptionId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      opener.current = document.activeElement;
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  // The browser gives the focus back when a dialog closes, not when it is taken off the page while open.
  useEffect(() => {
    const dialog = ref.current;
    return () => {
      if (dialog?.isConnected || document.activeElement !== document.body) return;
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is handled by the element itself and arrives as `close`.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={cx(
        "m-auto w-[calc(100vw-2rem)] rounded-xl border border-line bg-raised p-0 text-ink shadow-xl backdrop:bg-black/40",
        widths[width],
        bare && "mt-[12vh]",
      )}
    >
      {open && (
        <div className={bare ? "" : "grid gap-3 p-5"}>
          <div className={bare ? "sr-only" : "flex items-start justify-between gap-4"}>
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            {!bare && (
              <Button
                variant="quiet"
                size="small"
                iconOnly
                aria-label="Close"
                icon={<X size={18} />}
                onClick={onClose}
              />
            )}
          </div>
          {description && (
            <p id={descriptionId} className={bare ? "sr-only" : "text-sm text-ink-2"}>
              {description}
            </p>
          )}
          {children}
          {footer && <div className="mt-2 flex flex-wrap justify-end gap-2">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
