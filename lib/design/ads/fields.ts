/** How the decisions of an ads design are asked for. Coach mode only. */
import { CANDIDATES, LATENCY_BUDGET, MONITORS, SPLIT } from "../common-fields";
import { amount, choice } from "../fields";

export const ADS_FIELDS = [
  LATENCY_BUDGET,
  choice("objective", "frame", "Objective", "What the system is meant to bring about.", [
    ["clicks", "Clicks", "How often an ad is clicked."],
    ["revenue", "Revenue", "What advertisers pay, request by request."],
    ["total-value", "Total value", "Revenue together with what advertisers and people get out of it."],
    ["conversions", "Conversions", "What happens on the advertiser's side after a click."],
  ]),
  choice(
    "prediction",
    "frame",
    "What the model gives",
    "Its number is multiplied by a bid, or only compared.",
    [
      ["order", "An order", "Higher means better; the number itself means nothing."],
      ["probability", "A probability", "Of a hundred ads at 2 %, two are clicked."],
    ],
  ),
  choice("label", "data", "Positive label", "What counts as a positive example.", [
    ["click", "Any click", "The ad was clicked."],
    ["viewable-click", "Click after a viewable impression", "Impressions that nobody saw are left out."],
    ["conversion", "Conversion", "Bought or signed up; rare, and late."],
  ]),
  amount(
    "join-window",
    "data",
    "Join window",
    "How long an impression waits for its click before it counts as none.",
    {
      unit: "min",
      min: 1,
      max: 1_440,
      step: 1,
    },
  ),
  choice("sampling", "data", "Negatives kept", "Nearly all impressions end without a click.", [
    ["all", "All of them", "The largest training set, the true base rate."],
    ["down-sampled", "A share, as it is", "Fewer rows; the model sees too high a rate."],
    ["corrected", "A share, corrected", "Fewer rows; predictions are taken back to the true rate."],
    ["weighted", "A share, weighted", "Each kept negative counts for those left out."],
  ]),
  SPLIT,
  choice("retriever", "model", "Retrieval", "How all live ads become the eligible few.", [
    ["targeting", "Targeting alone", "An index over what advertisers asked for."],
    ["two-tower", "Targeting and two towers", "The best of the eligible by vectors."],
  ]),
  choice("encoding", "model", "Categories", "How ids and categories enter the model.", [
    ["one-hot", "One-hot", "A column for each value."],
    ["hashing", "Hashing", "Values share a fixed number of rows."],
    ["target-encoding", "Target encoding", "A value is replaced by its click rate."],
    ["embeddings", "Embeddings", "A learnt vector for each value."],
  ]),
  choice("ranker", "model", "Click model", "What predicts the click.", [
    ["base-rate", "Base rate", "The same number for everyone."],
    ["logistic-regression", "Logistic regression", "Linear in its features."],
    ["factorization-machine", "Factorization machine", "Pairwise products of features."],
    ["mlp", "Neural network", "Crosses learnt implicitly."],
    ["dcn-v2", "Cross network (DCN-v2)", "Explicit crosses beside a network."],
  ]),
  choice("calibration", "model", "Calibration", "What happens to the model's number before the auction.", [
    ["none", "None", "Used as it comes."],
    ["platt", "Platt scaling", "A straight line on the logit."],
    ["isotonic", "Isotonic regression", "Any rising steps."],
  ]),
  choice("offline-metric", "evaluate", "Main offline metric", "The number that decides between two models.", [
    ["accuracy", "Accuracy", "Share of right predictions."],
    ["auc", "AUC", "Share of pairs in the right order."],
    ["log-loss", "Log loss", "Surprise at what happened."],
    ["normalized-entropy", "Normalized entropy", "Log loss against that of the base rate."],
  ]),
  choice("experiment", "evaluate", "Online experiment", "How two versions are compared on live traffic.", [
    ["none", "None", "Launch on offline results."],
    ["user-split", "Split by user", "A user stays in one arm; both arms spend the same budgets."],
    ["budget-split", "Split by budget", "Users and budgets are divided alike."],
    ["switchback", "Switchback", "Arms take turns in time."],
  ]),
  CANDIDATES,
  choice("pricing", "serve", "Pricing", "What the winner of an auction pays.", [
    ["first-price", "First price", "Its own bid."],
    ["second-price", "Second price", "What it takes to beat the next."],
  ]),
  choice("pacing", "serve", "Pacing", "How a daily budget is spent.", [
    ["none", "None", "Until it is gone."],
    ["paced", "Paced", "Spread over the day."],
  ]),
  choice("updates", "serve", "Model updates", "How old the model may become.", [
    ["daily", "Daily", "Trained overnight."],
    ["hourly", "Hourly", "Continued with the last hour."],
    ["streaming", "Continuously", "Each joined example at once."],
  ]),
  MONITORS,
] as const;
