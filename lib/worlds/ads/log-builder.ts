/** Columns of the log, of a capacity that is known from the start, and the truth of each row beside them. */
import { NUMERIC_FEATURES } from "./features";
import type { AdsLog, AdsLogTruth } from "./types";

/** Where and how the logging policy showed an ad. */
export type Decision = {
  readonly ad: number;
  readonly slot: number;
  readonly position: number;
  readonly explored: boolean;
  readonly propensity: number;
  readonly candidates: number;
  readonly predictedClick: number;
  readonly pricePerClick: number;
};

/** What came of it; delays are NaN without the event. */
export type Outcome = {
  readonly viewable: boolean;
  readonly clicked: boolean;
  readonly clickDelaySeconds: number;
  readonly invalidClicked: boolean;
  readonly converted: boolean;
  readonly conversionDelaySeconds: number;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class LogBuilder {
  /** The log so far: `size` rows of the columns are written. */
  readonly log: Mutable<AdsLog>;
  readonly truth: AdsLogTruth;

  constructor(capacity: number) {
    const floats = () => new Float32Array(capacity);
    const bytes = () => new Uint8Array(capacity);
    this.truth = { viewable: floats(), click: floats(), conversion: floats() };
    this.log = {
      size: 0,
      request: new Int32Array(capacity),
      creative: new Int32Array(capacity),
      slot: bytes(),
      position: bytes(),
      explored: bytes(),
      propensity: floats(),
      candidates: bytes(),
      predictedClick: floats(),
      pricePerClick: floats(),
      numeric: new Float32Array(capacity * NUMERIC_FEATURES.length),
      viewable: bytes(),
      clicked: bytes(),
      clickDelaySeconds: floats(),
      invalidClicked: bytes(),
      converted: bytes(),
      conversionDelaySeconds: floats(),
    };
  }

  /** Writes a row; its numeric features are written by the caller, who knows the counters. */
  push(
    request: number,
    decision: Decision,
    outcome: Outcome,
    probabilities: { readonly viewable: number; readonly click: number; readonly conversion: number },
  ): void {
    const { log, truth } = this;
    const row = log.size++;
    log.request[row] = request;
    log.creative[row] = decision.ad;
    log.slot[row] = decision.slot;
    log.position[row] = decision.position;
    log.explored[row] = Number(decision.explored);
    log.propensity[row] = decision.propensity;
    log.candidates[row] = decision.candidates;
    log.predictedClick[row] = decision.predictedClick;
    log.pricePerClick[row] = decision.pricePerClick;
    log.viewable[row] = Number(outcome.viewable);
    log.clicked[row] = Number(outcome.clicked);
    log.clickDelaySeconds[row] = outcome.clickDelaySeconds;
    log.invalidClicked[row] = Number(outcome.invalidClicked);
    log.converted[row] = Number(outcome.converted);
    log.conversionDelaySeconds[row] = outcome.conversionDelaySeconds;
    truth.viewable[row] = probabilities.viewable;
    truth.click[row] = probabilities.click;
    truth.conversion[row] = probabilities.conversion;
  }

  /** Columns of the rows that were written; they share memory with the builder. */
  finish(): { log: AdsLog; truth: AdsLogTruth } {
    const cut = <Columns extends object>(columns: Columns, width: (name: string) => number): Columns =>
      Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [
          name,
          ArrayBuffer.isView(column)
            ? (column as Float32Array).subarray(0, this.log.size * width(name))
            : column,
        ]),
      ) as Columns;
    return {
      log: cut(this.log, (name) => (name === "numeric" ? NUMERIC_FEATURES.length : 1)),
      truth: cut(this.truth, () => 1),
    };
  }
}
