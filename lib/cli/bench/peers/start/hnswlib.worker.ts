/** Task: hnswlib-wasm, from nothing to one search. */
import { createHnswlibGraph } from "../hnswlib-graph";
import { serveTask } from "../serve-task";

serveTask(async () => {
  const graph = await createHnswlibGraph(16, 16, { links: 16, constructionWidth: 100 });
  const vector = new Float32Array(16).fill(0.25);
  for (let row = 0; row < 16; row++) graph.add(vector, row);
  return graph.search(vector, 3, 16);
});
