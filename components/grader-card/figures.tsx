import { formatFixed, NO_BREAK_SPACE } from "@/lib/framework/units";

type Estimate = { value: number | null; low: number | null; high: number | null };

const NONE = "–";

/** Two decimals, with a minus sign that a reader takes for one. */
export const fixed = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : formatFixed(value, 2).replace("-", "−");

export const percentOf = (share: number | null): string =>
  share === null ? NONE : `${Math.round(share * 100)}${NO_BREAK_SPACE}%`;

/** "0.60 (0.45 to 0.73)"; without an interval the value alone. */
export function estimateWords({ value, low, high }: Estimate): string {
  return low === null || high === null ? fixed(value) : `${fixed(value)} (${fixed(low)} to ${fixed(high)})`;
}

/** A figure with its interval below it. */
export function Figure({ estimate, isStrong }: { estimate: Estimate | undefined; isStrong?: boolean }) {
  if (!estimate) return NONE;
  const { value, low, high } = estimate;
  return (
    <>
      <span className={isStrong ? "font-semibold" : undefined}>{fixed(value)}</span>
      {low !== null && high !== null && (
        <span className="block text-xs text-ink-2">
          {fixed(low)} to {fixed(high)}
        </span>
      )}
    </>
  );
}
