/**
 * How the machine's suggestions compare with what people decided. Only decided points count, and the machine's own
 * credit, before the class's corrections moved it: that is what it would have suggested to another class.
 */
import { quadraticWeightedKappa } from "@/lib/evaluation/agreement";
import { wilsonInterval } from "@/lib/evaluation/intervals";
import type { Interval } from "./point-statistics";

export type DecidedPoint = { machineCredit: number; credit: number };
export type MachineAgreement = {
  decided: number;
  /** Share of suggestions that a person changed, with its interval; null when nothing is decided. */
  changedShare: number | null;
  changedInterval: Interval | null;
  /** Mean of the person's credit less the machine's; above 0 the machine was too strict. */
  meanChange: number | null;
  /** Quadratic-weighted kappa; null with fewer than MIN_DECIDED or where both gave one and the same credit. */
  kappa: number | null;
};

export const MIN_DECIDED = 20;
/** Half a percent point: what is shown as the same number is the same credit. */
const SAME_CREDIT = 0.005;

export function machineAgreement(points: readonly DecidedPoint[]): MachineAgreement {
  const decided = points.length;
  if (decided === 0)
    return { decided, changedShare: null, changedInterval: null, meanChange: null, kappa: null };
  const changes = points.map(({ credit, machineCredit }) => credit - machineCredit);
  const changed = changes.filter((change) => Math.abs(change) > SAME_CREDIT).length;
  const [low, high] = wilsonInterval(changed, decided);
  const kappa = quadraticWeightedKappa(
    points.map(({ machineCredit }) => machineCredit),
    points.map(({ credit }) => credit),
  );
  return {
    decided,
    changedShare: changed / decided,
    changedInterval: { low, high },
    meanChange: changes.reduce((sum, change) => sum + change, 0) / decided,
    kappa: decided < MIN_DECIDED || Number.isNaN(kappa) ? null : kappa,
  };
}
