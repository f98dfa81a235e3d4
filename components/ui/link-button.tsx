import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook & { icon?: ReactNode };

/** A link that looks like a button: it goes somewhere, it does nothing else. */
export function LinkButton({ variant, size, iconOnly, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className={cx(
        buttonClass({ ...(variant && { variant }), ...(size && { size }), ...(iconOnly && { iconOnly }) }),
        "no-underline",
        className,
      )}
    >
      {icon}
      {children}
    </Link>
  );
}
