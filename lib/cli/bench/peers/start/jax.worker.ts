/** Task: jax-js, from nothing to one product of two matrices. */
import { numpy } from "@jax-js/jax";
import { startJax } from "../jax";
import { serveTask } from "../serve-task";

serveTask(async () => {
  await startJax();
  const x = numpy.array(Float32Array.from([1, 2, 3, 4])).reshape([2, 2]);
  return [...(await numpy.matmul(x.ref, x).data())];
});
