import { cx } from "@/components/ui/cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; iconOnly?: boolean };

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink border-transparent hover:bg-accent-strong",
  secondary: "bg-raised text-ink border-line-strong/60 hover:border-line-strong hover:bg-sunken",
  quiet: "bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink",
  danger: "bg-bad-soft text-bad border-bad/40 hover:border-bad",
};
const sizes: Record<ButtonSize, string> = {
  small: "h-8 text-sm gap-1.5 rounded-md",
  medium: "h-9.5 text-sm gap-2 rounded-md",
  large: "h-12 text-base gap-2.5 rounded-lg",
};
const paddings: Record<ButtonSize, string> = { small: "px-2.5", medium: "px-3.5", large: "px-5" };
const squares: Record<ButtonSize, string> = { small: "w-8", medium: "w-9.5", large: "w-12" };

/** The one look of things that can be pressed, shared by buttons and links. */
export function buttonClass({
  variant = "secondary",
  size = "medium",
  iconOnly = false,
}: ButtonLook): string {
  return cx(
    "inline-flex items-center justify-center border font-medium whitespace-nowrap select-none transition-colors duration-100",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    variants[variant],
    sizes[size],
    iconOnly ? squares[size] : paddings[size],
  );
}
