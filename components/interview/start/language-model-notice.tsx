/** Said before anything is written, since what is written leaves this machine. */
export function LanguageModelNotice({
  model,
  servedAt,
  isVoice,
  isJudge,
}: {
  model: string;
  servedAt: string;
  isVoice: boolean;
  isJudge: boolean;
}) {
  const jobs = [
    isVoice && "words the interviewer’s questions",
    isJudge && "reads your answer after you submit",
  ];
  return (
    <p className="mb-6 max-w-2xl border-l-2 border-accent pl-3 text-sm text-ink-2 [overflow-wrap:anywhere]">
      Here a language model ({model}, at {servedAt}) {jobs.filter(Boolean).join(" and ")}. What you write is
      sent to it. It decides neither what is asked nor your score.
    </p>
  );
}
