import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & { icon?: ReactNode; busyLabel?: string | undefined };

/** A button. While `busyLabel` is set it says that instead and ignores presses, without losing focus. */
export function Button({
  variant,
  size,
  iconOnly,
  icon,
  busyLabel,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isBusy = busyLabel !== undefined;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={cx(
        buttonClass({ ...(variant && { variant }), ...(size && { size }), ...(iconOnly && { iconOnly }) }),
        className,
      )}
    >
      {icon}
      {isBusy ? busyLabel : children}
    </button>
  );
}
