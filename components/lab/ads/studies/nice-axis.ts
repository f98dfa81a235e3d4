export { niceAxis } from "@/components/lab/core/study/nice-axis";
