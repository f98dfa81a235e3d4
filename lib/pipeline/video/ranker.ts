/** The DCN-v2 ranker as a `Ranker`: features of each candidate, one forward pass, one score. */
import { combineHeads } from "../ranking/heads";
import { BagBuilder } from "../training/embedding-table";
import type { Ranker } from "../types";
import { HEADS } from "./ranker-examples";
import {
  DENSE_COUNT,
  FIELD_COUNT,
  type RankerContext,
  SERVING_POSITION,
  standardise,
  writeFeatures,
} from "./ranker-features";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import { UserState } from "./user-state";

export function createVideoRanker(serving: VideoServing): Ranker {
  const { world, counters, coWatch, index, models } = serving;
  const user = new UserState(world.catalogue);
  const bags = new BagBuilder();
  return {
    name: "dcn-v2",
    rank(query, { items }, weights) {
      const count = items.length;
      const result = {
        items,
        heads: {
          click: new Float32Array(count),
          watch: new Float32Array(count),
          like: new Float32Array(count),
          hide: new Float32Array(count),
        },
        scores: new Float32Array(count),
      };
      if (count === 0) return result;
      user.load(query.history, query.historyDays, 0, query.history.length);
      coWatch.load(query.history, 0, query.history.length);
      const similarities = new Float32Array(count);
      index.score(encodeQuery(serving, query, bags), items, similarities);
      const context: RankerContext = {
        catalogue: world.catalogue,
        counters,
        user,
        language: query.language,
        day: query.nowDay,
      };
      const fieldRows = new Int32Array(count * FIELD_COUNT);
      const dense = new Float32Array(count * DENSE_COUNT);
      for (const [i, item] of items.entries()) {
        const evidence = { twoTower: similarities[i] as number, coWatch: coWatch.scoreOf(item) };
        writeFeatures(context, item, SERVING_POSITION, evidence, fieldRows, dense, i);
      }
      standardise(dense, count, models.ranker.standardisation);
      const predicted = models.ranker.model.predict({ count, fieldRows, dense });
      for (let i = 0; i < count; i++) {
        const [click, watch, like, hide] = predicted.subarray(i * HEADS, (i + 1) * HEADS) as unknown as [
          number,
          number,
          number,
          number,
        ];
        result.heads.click[i] = click;
        result.heads.watch[i] = watch;
        result.heads.like[i] = like;
        result.heads.hide[i] = hide;
        result.scores[i] = combineHeads(weights, click, watch, like, hide);
      }
      return result;
    },
  };
}
