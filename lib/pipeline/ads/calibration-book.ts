/**
 * The calibration layers of all models: each is fitted on the calibration day, on logits whose down-sampling is undone,
 * and is not fitted again when a request switches that correction off. Platt's two numbers are stored with the weights;
 * isotonic regression needs the day's scores, and is fitted when it is first asked for.
 */

import { type Calibration, fitPlatt, isotonicRegression } from "@/lib/evaluation/calibration";
import { sigmoid } from "@/lib/evaluation/logit";
import type { ObservedAdsWorld } from "@/lib/worlds/ads/types";
import type { Checkpoint } from "../types";
import type { AdModelName, CalibrationName } from "./names";
import { planAdDays } from "./plan";
import { type AdPredictor, correctedLogit } from "./predictor";
import { type RawRows, readRows, rowsBetween } from "./rows";

export type PlattFit = { readonly slope: number; readonly intercept: number };

export class CalibrationBook {
  private readonly platt = new Map<AdModelName, PlattFit>();
  private readonly isotonic = new Map<AdModelName, Calibration>();
  private rows: RawRows | null = null;

  constructor(private readonly world: ObservedAdsWorld) {}

  /** All impressions of the calibration day. */
  private calibrationRows(): RawRows {
    const { trainEnd, calibrationEnd } = planAdDays(this.world);
    this.rows ??= readRows(this.world, rowsBetween(this.world, trainEnd, calibrationEnd));
    return this.rows;
  }

  setPlatt(name: AdModelName, fit: PlattFit) {
    this.platt.set(name, fit);
  }

  plattOf(name: AdModelName): PlattFit | undefined {
    return this.platt.get(name);
  }

  /** Fits what `calibration` needs and is not there yet. */
  async prepare(predictor: AdPredictor, calibration: CalibrationName, checkpoint: Checkpoint) {
    const { name, keptRate } = predictor;
    const isThere =
      calibration === "none" ||
      name === "base-rate" ||
      (calibration === "platt" ? this.platt.has(name) : this.isotonic.has(name));
    if (isThere) return;
    const rows = this.calibrationRows();
    const raw = await predictor.scoreMany(rows, checkpoint);
    const logits = raw.map((logit) => correctedLogit(logit, keptRate, true));
    if (calibration === "platt") this.platt.set(name, fitPlatt(rows.labels, logits));
    else this.isotonic.set(name, isotonicRegression(rows.labels, logits));
  }

  /** From a logit, corrected or not, to a probability. What is not prepared is not calibrated. */
  calibrationOf(name: AdModelName, calibration: CalibrationName): Calibration {
    const fit = this.platt.get(name);
    if (calibration === "platt" && fit) return (logit) => sigmoid(fit.slope * logit + fit.intercept);
    if (calibration === "isotonic") return this.isotonic.get(name) ?? sigmoid;
    return sigmoid;
  }
}
