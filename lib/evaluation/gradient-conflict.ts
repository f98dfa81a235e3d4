/**
 * Two tasks that share weights, seen in the plane of their gradients: whether they conflict, what a joint step does to
 * each loss, and the projection that removes the conflict.
 * Source: Yu et al., "Gradient Surgery for Multi-Task Learning" (NeurIPS 2020), PCGrad.
 */
export type Vector = { x: number; y: number };

const dot = (a: Vector, b: Vector) => a.x * b.x + a.y * b.y;
const scale = (a: Vector, factor: number): Vector => ({ x: a.x * factor, y: a.y * factor });
export const add = (a: Vector, b: Vector): Vector => ({ x: a.x + b.x, y: a.y + b.y });
export const lengthOf = (a: Vector): number => Math.hypot(a.x, a.y);

/** A vector of the given length at an angle in degrees from the x axis. */
export function vectorAt(length: number, degrees: number): Vector {
  const radians = (degrees * Math.PI) / 180;
  return { x: length * Math.cos(radians), y: length * Math.sin(radians) };
}

/** `\cos\theta = \frac{g_1 \cdot g_2}{\lVert g_1 \rVert \lVert g_2 \rVert}`: below 0 the tasks conflict. */
export function cosineOf(a: Vector, b: Vector): number {
  return dot(a, b) / (lengthOf(a) * lengthOf(b));
}

/** First-order change of a loss with gradient g after a step `-\eta s`: `-\eta\, g \cdot s`. Negative is better. */
export function lossChange(gradient: Vector, step: Vector, learningRate: number): number {
  return -learningRate * dot(gradient, step) + 0;
}

/**
 * PCGrad: a gradient that points against another loses its part along it, `g_1 - \frac{g_1 \cdot g_2}{\lVert g_2 \rVert^2} g_2`;
 * one that does not is left alone.
 */
export function projectConflict(gradient: Vector, other: Vector): Vector {
  const product = dot(gradient, other);
  if (product >= 0) return gradient;
  return add(gradient, scale(other, -product / dot(other, other)));
}

/** The joint direction: weighted sum, or the sum of both weighted gradients after projecting each on the other. */
export function jointGradient(first: Vector, second: Vector, isProjected: boolean): Vector {
  if (!isProjected) return add(first, second);
  return add(projectConflict(first, second), projectConflict(second, first));
}

/** A task's gradient times its weight in the loss. */
export const weighted = (gradient: Vector, weight: number): Vector => scale(gradient, weight);
