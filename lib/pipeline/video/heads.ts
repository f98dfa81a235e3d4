/** How the predictions of the ranker's heads become one score. The weights are a product decision, hence a knob. */
import type { HeadWeights } from "./names";

/**
 * `score = p_click * (w_click + w_watch * E[watched | click] + w_like * p_like) - w_hide * p_hide`.
 * Watch and like count only when the video is opened, so they are multiplied by p_click; hide counts always.
 */
export function combineHeads(
  weights: HeadWeights,
  click: number,
  watch: number,
  like: number,
  hide: number,
): number {
  return click * (weights.click + weights.watch * watch + weights.like * like) - weights.hide * hide;
}
