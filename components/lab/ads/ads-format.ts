/** How the ads lab prints money, rates and ratios. The world has one currency, and it has no name. */

/** "0.42", "12.80", "1,240": two decimals, none from a thousand on. */
export function formatMoney(amount: number): string {
  if (Math.abs(amount) >= 1000) return Math.round(amount).toLocaleString("en");
  return amount.toFixed(2);
}

/** A click rate in [0, 1] as a percentage with two significant digits: "0.84 %", "12 %", "0.031 %". */
export function formatRate(rate: number): string {
  const percent = rate * 100;
  if (percent === 0) return "0 %";
  if (percent >= 10) return `${percent.toFixed(0)} %`;
  if (percent >= 1) return `${percent.toFixed(1)} %`;
  return `${Number(percent.toPrecision(2))} %`;
}

/** "1.31 ×": how many times one thing is the other. */
export const formatRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** "45 s", "30 min", "12 h", "7 days". */
export function formatMinutes(minutes: number): string {
  const short = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  if (minutes < 1) return `${Math.round(minutes * 60)} s`;
  if (minutes < 120) return `${short(minutes)} min`;
  if (minutes < 2 * 24 * 60) return `${short(minutes / 60)} h`;
  return `${short(minutes / 60 / 24)} days`;
}

/** "07:30" of an hour of the day from 0 to 24. */
export function formatHour(hour: number): string {
  const minutes = Math.floor(hour * 60 + 1e-6);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
