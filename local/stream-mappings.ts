import * as z from "zod";
import type { Resource, Template } from "./template.ts";

const wholeNumber = (otherwise: number) => z.coerce.number().int().default(otherwise);

const Properties = z.object({
  EventSourceArn: z
    .string()
    .regex(/:dynamodb:[^/]*:table\/[^/]+\/stream\//, "only a table's stream is read here"),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  BatchSize: wholeNumber(100),
  MaximumBatchingWindowInSeconds: wholeNumber(0),
  MaximumRetryAttempts: wholeNumber(-1),
  MaximumRecordAgeInSeconds: wholeNumber(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  TumblingWindowInSeconds: z.literal(0, "tumbling windows are not known here").optional(),
});

/** How a function is called with a table's changes. Numbers of -1 mean without limit, as in the template. */
export interface StreamMapping {
  readonly id: string;
  readonly tableName: string;
  /** The stream's ARN as the template has it; DynamoDB Local gives its streams others. */
  readonly streamArn: string;
  readonly functionName: string;
  readonly fromTheBeginning: boolean;
  readonly batchSize: number;
  readonly windowMilliseconds: number;
  readonly retries: number;
  readonly maxAgeSeconds: number;
  readonly bisects: boolean;
  readonly reportsFailures: boolean;
  /** A change is passed on when it matches one of these; without any, every change is. */
  readonly patterns: readonly unknown[];
  readonly onFailure: string | undefined;
}

const read = ({ id, properties }: Resource): StreamMapping[] => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success)
    throw new Error(`the event source mapping ${id} cannot run here: ${z.prettifyError(parsed.error)}`);
  const mapping = parsed.data;
  if (!mapping.Enabled) return [];
  return [
    {
      id,
      tableName: mapping.EventSourceArn.split("/")[1] ?? "",
      streamArn: mapping.EventSourceArn,
      functionName: mapping.FunctionName,
      fromTheBeginning: mapping.StartingPosition === "TRIM_HORIZON",
      batchSize: mapping.BatchSize,
      windowMilliseconds: mapping.MaximumBatchingWindowInSeconds * 1000,
      retries: mapping.MaximumRetryAttempts,
      maxAgeSeconds: mapping.MaximumRecordAgeInSeconds,
      bisects: mapping.BisectBatchOnFunctionError,
      reportsFailures: mapping.FunctionResponseTypes.length > 0,
      patterns: mapping.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern)) ?? [],
      onFailure: mapping.DestinationConfig?.OnFailure?.Destination,
    },
  ];
};

/** The event source mappings that are switched on. A parallelization factor only makes AWS faster, never different. */
export const streamMappingsIn = (template: Template): readonly StreamMapping[] =>
  template.resources("AWS::Lambda::EventSourceMapping").flatMap(read);
