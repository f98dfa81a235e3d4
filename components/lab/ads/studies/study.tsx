export { Study } from "@/components/lab/core/study/study";
