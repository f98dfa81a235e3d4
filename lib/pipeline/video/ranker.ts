/** A trained model as a `Ranker`: features of each candidate, one forward pass, one score; and what it crossed. */
import { AppError } from "@/lib/errors";
import type { TabularInput } from "../ranking/tabular-model";
import { combineHeads } from "./heads";
import { HEAD_NAMES, type RankerName } from "./names";
import { HEADS } from "./ranker-examples";
import {
  DENSE_COUNT,
  DENSE_NAMES,
  FIELD_COUNT,
  FIELD_NAMES,
  type RankerContext,
  SERVING_POSITION,
  type Standardisation,
  standardise,
  writeFeatures,
} from "./ranker-features";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import type { Query, Ranker } from "./types";
import { UserState } from "./user-state";

const CLICK_HEAD = HEAD_NAMES.indexOf("click");
const FEATURE_NAMES: readonly string[] = [...FIELD_NAMES, ...DENSE_NAMES];
const nameOf = (feature: number) => FEATURE_NAMES[feature] ?? `feature ${feature}`;

/** Returns a function that writes what the rankers know of (query, item) pairs. */
function createFeaturizer(serving: VideoServing) {
  const { world, counters, coWatch, index } = serving;
  const user = new UserState(world.catalogue);
  return (query: Query, items: Int32Array, standardisation: Standardisation): TabularInput => {
    const count = items.length;
    user.load(query.history, query.historyDays, 0, query.history.length, query.subscriptions);
    coWatch.load(query.history, 0, query.history.length);
    const similarities = new Float32Array(count);
    index.score(encodeQuery(serving, query), items, similarities);
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
    standardise(dense, count, standardisation);
    return { count, fieldRows, dense };
  };
}

/** Throws an AppError that can be shown when the models at hand do not include `name`. */
export function createVideoRanker(serving: VideoServing, name: RankerName): Ranker {
  const trained = serving.models.rankers[name];
  if (!trained)
    throw new AppError(
      "invalid-input",
      `The ranker ${name} was not trained. Train it, or choose another one.`,
    );
  const { model, standardisation } = trained;
  const featurise = createFeaturizer(serving);
  return {
    name,
    rank(query, { items }, { headWeights }) {
      const count = items.length;
      const heads = {
        click: new Float32Array(count),
        watch: new Float32Array(count),
        like: new Float32Array(count),
        hide: new Float32Array(count),
      };
      const scores = new Float32Array(count);
      if (count === 0) return { items, heads, scores };
      const predicted = model.predict(featurise(query, items, standardisation));
      for (const [h, head] of HEAD_NAMES.entries())
        for (let i = 0; i < count; i++) heads[head][i] = predicted[i * HEADS + h] as number;
      const { click, watch, like, hide } = heads;
      for (let i = 0; i < count; i++)
        scores[i] = combineHeads(
          headWeights,
          click[i] as number,
          watch[i] as number,
          like[i] as number,
          hide[i] as number,
        );
      return { items, heads, scores };
    },
    crosses(query, items, limit) {
      const { fieldRows, dense } = featurise(query, items, standardisation);
      return Array.from(items, (_, i) => {
        const example = {
          count: 1,
          fieldRows: fieldRows.subarray(i * FIELD_COUNT, (i + 1) * FIELD_COUNT),
          dense: dense.subarray(i * DENSE_COUNT, (i + 1) * DENSE_COUNT),
        };
        return model
          .crosses(example, CLICK_HEAD)
          .filter(({ left, right }) => left !== right)
          .slice(0, limit)
          .map(({ left, right, logit }) => ({ left: nameOf(left), right: nameOf(right), logit }));
      });
    },
  };
}
