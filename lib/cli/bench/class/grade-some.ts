/**
 * Grades a part of an assignment's submissions as people do: four in ten wholly, one in ten half way. One suggestion in
 * six is changed to half a credit more or to none, the others are accepted; each decision stands in the log.
 */
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export async function gradeSome(classId: string, assignmentId: string, grader: Viewer): Promise<void> {
  const db = await database();
  await db.$executeRaw`
    with chosen as (
      select id, alias % 10 as tenth from "Submission"
      where "assignmentId" = ${assignmentId}::uuid and alias % 10 < 5
    ), decided as (
      select point."submissionId", point."pointId", point."machineCredit" as suggested,
        abs(hashtext(chosen.tenth || point."pointId" || point."submissionId")) % 6 as draw
      from "SubmissionPoint" point join chosen on chosen.id = point."submissionId"
      where chosen.tenth < 4 or point.position % 2 = 0
    )
    update "SubmissionPoint" point
    set credit = case when draw > 0 then suggested when suggested > 0.5 then 0 else least(1, suggested + 0.5) end,
      "decidedBy" = case when draw = 0 then 'changed' else 'accepted' end,
      "gradedById" = ${grader.userId}, "gradedAt" = now(), revision = 1
    from decided
    where point."submissionId" = decided."submissionId" and point."pointId" = decided."pointId"`;
  await db.$executeRaw`
    insert into "ClassLogEntry" ("classId", "actorId", kind, "assignmentId", "submissionId", "studentId", "pointId", after, at)
    select ${classId}::uuid, ${grader.userId}, 'point-graded', point."assignmentId", submission.id,
      submission."studentId", point."pointId", jsonb_build_object('credit', point.credit), point."gradedAt"
    from "SubmissionPoint" point join "Submission" submission on submission.id = point."submissionId"
    where point.credit is not null and point."assignmentId" = ${assignmentId}::uuid`;
}
