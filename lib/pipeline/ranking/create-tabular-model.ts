/** The four models behind one name each: what a simpler one cannot learn is what the next one is for. */
import type { Random } from "@/lib/random";
import { type DcnConfig, DcnModel } from "./dcn-model";
import { FactorizationMachine } from "./factorization-machine";
import { LogisticRegression } from "./logistic-regression";
import { Mlp } from "./mlp";
import type { TabularModelName } from "./model-names";
import type { TabularModel } from "./tabular-model";

/** `config` is that of the richest model; the others leave aside what they do not have. */
export function createTabularModel(
  name: TabularModelName,
  config: DcnConfig,
  random: Random | null,
): TabularModel {
  switch (name) {
    case "logistic-regression":
      return new LogisticRegression(config, random);
    case "fm":
      return new FactorizationMachine(config, random);
    case "mlp":
      return new Mlp(config, random);
    case "dcn-v2":
      return new DcnModel(config, random);
  }
}
