/** The studies of one session: which world they run on, and which models those that judge a model ask. */
import type { AdsEngine } from "./engine";
import { predictRows } from "./ladder";
import type { AdModelName, CalibrationName } from "./names";
import { predictorOf } from "./serving";
import { type StudyContext, StudyWorld } from "./studies/study";

export type Judged = {
  readonly model: AdModelName;
  readonly calibration: CalibrationName;
  readonly negativeCorrection: boolean;
};

export class StudySession {
  private study: StudyWorld | null = null;

  constructor(private readonly engine: AdsEngine) {}

  /** The present world, with the rows that judge kept from study to study. */
  world(): StudyWorld {
    const world = this.engine.requireWorld();
    if (this.study?.world !== world) this.study = new StudyWorld(world);
    return this.study;
  }

  /** Predictions for the test rows of a model at hand, as asked. */
  async predict(judged: Judged, { checkpoint }: StudyContext): Promise<Float64Array> {
    const { models } = this.engine.requireServing().serving;
    const { rows } = this.world().testRows();
    return predictRows(predictorOf(models, judged.model), models.calibrations, rows, judged, checkpoint);
  }
}
