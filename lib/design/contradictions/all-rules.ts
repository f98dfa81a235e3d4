/** All rules, in the order in which their findings are shown. */
import type { Rule } from "./rule";
import { CAPACITY_RULES } from "./rules/capacity";
import { CHOICE_RULES } from "./rules/chosen-unlike-written";
import { COUNT_RULES } from "./rules/counts";
import { DURATION_RULES } from "./rules/durations";
import { EXPERIMENT_RULES } from "./rules/experiments";
import { LATE_LABEL_RULES } from "./rules/late-labels";
import { LIMIT_RULES } from "./rules/limits";
import { CALIBRATION_RULES } from "./rules/loss-and-calibration";
import { OBJECTIVE_RULES } from "./rules/objective-label-metric";
import { PEOPLE_RULES } from "./rules/people";
import { RE_RANKING_RULES } from "./rules/re-ranking";
import { REQUIREMENT_RULES } from "./rules/requirements";
import { INDEX_RULES } from "./rules/retrieval-index";
import { SERVING_RULES } from "./rules/serving-features";
import { TRAINING_DATA_RULES } from "./rules/training-data";

export const ALL_RULES: readonly Rule[] = [
  ...OBJECTIVE_RULES,
  ...CHOICE_RULES,
  ...TRAINING_DATA_RULES,
  ...LATE_LABEL_RULES,
  ...CALIBRATION_RULES,
  ...EXPERIMENT_RULES,
  ...RE_RANKING_RULES,
  ...LIMIT_RULES,
  ...CAPACITY_RULES,
  ...COUNT_RULES,
  ...DURATION_RULES,
  ...SERVING_RULES,
  ...INDEX_RULES,
  ...PEOPLE_RULES,
  ...REQUIREMENT_RULES,
];
