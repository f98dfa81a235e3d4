/** Budgets of a day: what each campaign has spent, and the multiplier by which pacing lowers its bids. */
import { nextPacing } from "@/lib/evaluation/auction";
import type { AdsCampaigns } from "@/lib/worlds/ads/types";

/** Looks at the spend in a day: every ten minutes. */
export const LOOKS = 144;

export class Budgets {
  readonly spent: Float64Array;
  readonly multipliers: Float64Array;

  constructor(
    private readonly campaigns: AdsCampaigns,
    private readonly isPaced: boolean,
  ) {
    this.spent = new Float64Array(campaigns.size);
    this.multipliers = new Float64Array(campaigns.size).fill(1);
  }

  /** Share of the day's budget, which the last click may exceed. */
  spentShare = (campaign: number): number =>
    (this.spent[campaign] as number) / (this.campaigns.dailyBudget[campaign] as number);
  isSpent = (campaign: number): boolean => this.spentShare(campaign) >= 1;

  charge(campaign: number, amount: number) {
    this.spent[campaign] = (this.spent[campaign] as number) + amount;
  }

  /** `elapsed` is the share of the day's traffic that is over. */
  look(elapsed: number) {
    if (!this.isPaced) return;
    for (let c = 0; c < this.multipliers.length; c++)
      this.multipliers[c] = nextPacing(this.multipliers[c] as number, this.spentShare(c), elapsed);
  }
}
