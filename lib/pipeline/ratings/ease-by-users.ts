/**
 * EASE^R for data with fewer users than items, without the items' inverse. With X [users, items], K = X X^T + lambda I
 * and Y = K^-1 X, the push-through identity gives X P = Y for P = (X^T X + lambda I)^-1, and by Woodbury
 * P_jj = (1 - sum_u X_uj Y_uj) / lambda. So the score of an item that a user has not rated is -Y_uj / P_jj: the same
 * number as from `fitEase`, for the users at hand only.
 */
import { invertSymmetric, multiply } from "./invert";

/** [users, size]: scores of all items for each user; meaningless where the user has rated the item. */
export function easeScoresByUsers(
  histories: readonly Int32Array[],
  size: number,
  lambda: number,
): Float32Array {
  const users = histories.length;
  const x = new Float32Array(users * size);
  for (const [user, history] of histories.entries())
    for (const item of history) if (item < size) x[user * size + item] = 1;
  const kernel = overlaps(histories, size);
  for (let u = 0; u < users; u++) kernel[u * users + u] = (kernel[u * users + u] as number) + lambda;
  const scores = multiply(invertSymmetric(kernel, users), x, users, users, size);
  const explained = new Float64Array(size);
  for (const [user, history] of histories.entries())
    for (const item of history)
      if (item < size) explained[item] = (explained[item] as number) + (scores[user * size + item] as number);
  const factors = Float32Array.from(explained, (sum) => -lambda / Math.max(1e-6, 1 - sum));
  for (let u = 0; u < users; u++)
    for (let j = 0, at = u * size; j < size; j++, at++)
      scores[at] = (scores[at] as number) * (factors[j] as number);
  return scores;
}

/** X X^T: how many items two users share, added up item by item. */
function overlaps(histories: readonly Int32Array[], size: number): Float32Array {
  const users = histories.length;
  const ratersOf: number[][] = Array.from({ length: size }, () => []);
  for (const [user, history] of histories.entries())
    for (const item of history) if (item < size) ratersOf[item]?.push(user);
  const kernel = new Float32Array(users * users);
  for (const raters of ratersOf)
    for (const user of raters) {
      const row = user * users;
      for (const other of raters) kernel[row + other] = (kernel[row + other] as number) + 1;
    }
  return kernel;
}
