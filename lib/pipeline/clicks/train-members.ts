/**
 * Several click models of one kind that differ in their seeds alone, and the mean of their logits: what each got wrong
 * by chance evens out (deep ensembles: Lakshminarayanan, Pritzel & Blundell, 2017).
 */
import type { Random } from "@/lib/random";
import type { TabularModel } from "../ranking/tabular-model";
import type { Checkpoint, WorkContext } from "../types";
import { type ClickModelName, type ClickSettings, createClickModel } from "./click-model";
import type { ClickTable } from "./click-table";
import { scoreClicks } from "./click-trainer";
import type { ClickParts } from "./measure-model";
import { type ClickTraining, trainClickModel } from "./train-click-model";

export type ClickMember = { readonly model: TabularModel; readonly training: ClickTraining };

/** The seed of member m; the first has the one it would have alone. */
const label = (name: string, member: number) => (member === 0 ? name : `${name} ${member}`);

/** Each stops by itself. The caller disposes of the models; when one cannot be trained, all are. */
export async function trainMembers(
  { train, valid, encoding }: Pick<ClickParts, "train" | "valid" | "encoding">,
  name: ClickModelName,
  settings: ClickSettings,
  members: number,
  random: Random,
  { checkpoint, report }: WorkContext,
): Promise<ClickMember[]> {
  const trained: ClickMember[] = [];
  try {
    for (let member = 0; member < members; member++) {
      const model = createClickModel(name, settings, encoding, random.fork(label("model", member)));
      const order = random.fork(label("order", member));
      const context = {
        checkpoint,
        report: (activity: string, fraction: number) =>
          report(
            members === 1 ? activity : `Model ${member + 1} of ${members}: ${activity}`,
            (member + fraction) / members,
          ),
      };
      try {
        const training = await trainClickModel(model, train, valid, settings, order, context);
        trained.push({ model, training });
      } catch (error) {
        model.dispose();
        throw error;
      }
    }
  } catch (error) {
    for (const { model } of trained) model.dispose();
    throw error;
  }
  return trained;
}

/** The mean logit of each row. */
export async function scoreMembers(
  members: readonly Pick<ClickMember, "model">[],
  table: Pick<ClickTable, "count" | "fieldRows" | "dense">,
  checkpoint: Checkpoint,
): Promise<Float32Array> {
  const mean = new Float32Array(table.count);
  for (const { model } of members) {
    const scores = await scoreClicks(model, table, checkpoint);
    for (let row = 0; row < mean.length; row++)
      mean[row] = (mean[row] as number) + (scores[row] as number) / members.length;
  }
  return mean;
}
