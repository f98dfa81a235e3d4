/** Task: our vector index, from nothing to one search. */
import { createVectorIndex } from "@/lib/pipeline/retrieval/vector-index";
import { serveTask } from "../serve-task";

serveTask(async () => {
  const index = await createVectorIndex(16, 16, { threads: 1 });
  index.write(new Float32Array(256).fill(0.25), 0, 16);
  return [...index.search(new Float32Array(16).fill(0.25), 3).items];
});
