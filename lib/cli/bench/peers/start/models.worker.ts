/** Task: our model runtime, from nothing to one product of two matrices. */

import { startBackend } from "@/lib/pipeline/backend/start-backend";
import { matMul, tensor2d } from "@/lib/pipeline/backend/tfjs";
import { serveTask } from "../serve-task";

serveTask(async () => {
  await startBackend();
  const x = tensor2d([1, 2, 3, 4], [2, 2]);
  return [...(await matMul(x, x).data())];
});
