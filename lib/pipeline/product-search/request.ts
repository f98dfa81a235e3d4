/** A search on its way: its text understood and embedded. */
import { DEFAULT_SEARCH_KNOBS, type SearchKnobs } from "./knobs";
import type { SearchServing } from "./serving";
import { encodeQuery, TextBags } from "./towers";
import { type Understood, understand } from "./understand";

export type SearchRequest = {
  readonly text: string;
  /** Number of the query in the world; -1 for a text of one's own. */
  readonly queryId: number;
  /** The moment of the search, in days. */
  readonly now: number;
  readonly understood: Understood;
  /** Unit vector of the query tower; zero when the text has no word. */
  readonly vector: Float32Array;
};

const bags = new TextBags();

export function requestFor(
  { scene, towers }: Pick<SearchServing, "scene" | "towers">,
  text: string,
  queryId: number,
  now: number,
  knobs: Pick<SearchKnobs, "spelling" | "synonyms"> = DEFAULT_SEARCH_KNOBS,
): SearchRequest {
  const understood = understand(scene.linguist, text, knobs);
  return { text, queryId, now, understood, vector: encodeQuery(towers, bags, understood.words) };
}
