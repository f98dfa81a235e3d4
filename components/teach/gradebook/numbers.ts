/** How the gradebook and the statistics write numbers. */

export const percentWords = (percent: number): string => `${percent.toFixed(1)} %`;
export const shareWords = (share: number): string => `${Math.round(100 * share)} %`;
/** A number from -1 to 1, with a real minus sign. */
export const signedWords = (value: number, decimals = 2): string => value.toFixed(decimals).replace("-", "−");
