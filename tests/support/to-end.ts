/** Drives work that stops in between to its end, at once. */
export function toEnd<Result>(work: Iterator<void, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
