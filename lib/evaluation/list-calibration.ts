/**
 * How far the mix of a list is from the mix that a person's history asks for (Steck, "Calibrated Recommendations", RecSys 2018).
 */

/** Keeps the divergence finite when the list has nothing of a topic that the history has. */
export const MIX_SMOOTHING = 0.01;

/**
 * `\mathrm{KL}(p \Vert \tilde q) = \sum_g p_g \ln \frac{p_g}{\tilde q_g}` with `\tilde q = (1 - \varepsilon) q + \varepsilon p`; p the shares
 * of the history by topic, q those of the list. 0 when they agree.
 */
export function mixDivergence(
  history: readonly number[],
  list: readonly number[],
  smoothing = MIX_SMOOTHING,
): number {
  return history.reduce((sum, p, topic) => {
    const q = (1 - smoothing) * (list[topic] ?? 0) + smoothing * p;
    return p === 0 ? sum : sum + p * Math.log(p / q);
  }, 0);
}
