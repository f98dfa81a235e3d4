/** The models of this folder, from the simplest to the richest; a plain list, so that a page may import it. */
export const TABULAR_MODEL_NAMES = ["logistic-regression", "fm", "mlp", "dcn-v2"] as const;
export type TabularModelName = (typeof TABULAR_MODEL_NAMES)[number];
