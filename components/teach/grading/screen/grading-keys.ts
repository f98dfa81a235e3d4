/** The keys of the grading screen, as the sheet lists them and as they are handled. */
export const GRADING_KEYS = [
  { keys: ["j"], or: ["↓"], does: "Next point" },
  { keys: ["k"], or: ["↑"], does: "Previous point" },
  { keys: ["a"], or: ["Enter"], does: "Accept the suggestion and go on" },
  { keys: ["0"], does: "No credit" },
  { keys: ["1"], does: "Half of the credit" },
  { keys: ["2"], does: "Full credit" },
  { keys: ["e"], does: "Type another credit" },
  { keys: ["x"], does: "Take the decision back" },
  { keys: ["c"], does: "Comment on the selected words, or choose where" },
  { keys: ["A"], does: "Accept all suggestions of the stage that are undecided" },
  { keys: ["n"], does: "Next submission with something undecided" },
  { keys: ["p"], does: "Previous submission with something undecided" },
  { keys: ["N"], or: ["P"], does: "Next or previous submission in any case" },
  { keys: ["["], or: ["]"], does: "Previous or next stage" },
  { keys: ["u"], does: "Back to the queue" },
  { keys: ["?"], does: "This list" },
] as const;
