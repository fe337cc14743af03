import { eventRulesIn } from "../event-rules.ts";
import type { Lambda } from "../lambda.ts";
import type { Permissions } from "../permissions.ts";
import type { Objects } from "../s3/objects.ts";
import type { Version } from "../s3/version.ts";
import type { Template } from "../template.ts";
import { type Finding, findingEvent, findingIn, notAllowed } from "./finding.ts";
import { type ScanPlan, scanPlansIn } from "./plans.ts";

export interface ScanOptions {
  readonly template: Template;
  readonly objects: Objects;
  readonly permissions: Permissions;
  readonly invokeAsync: Lambda["invokeAsync"];
  /** The runtime's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** GuardDuty: scans each object that is put where a plan says so, and tells who the rules name. */
export interface Scans {
  /** Whether scans wait, because somebody wants to see what then happens. */
  readonly areWaiting: () => boolean;
  /** Lets scans wait, or go on with all that came meanwhile. */
  readonly wait: (on: boolean) => void;
  /** Resolves when everybody has been told of what was put before the call, unless scans wait. */
  readonly settled: () => Promise<void>;
}

export const startScans = (options: ScanOptions): Scans => {
  const { template, objects, permissions, invokeAsync, now, log } = options;
  const plans = scanPlansIn(template);
  const functionsFor = eventRulesIn(template);
  const underWay = new Map<string, Promise<void>>();
  let areWaiting = false;

  const find = (version: Version, plan: ScanPlan): Finding => {
    const arn = `arn:aws:s3:::${version.bucket}/${version.key}`;
    const mayRead = ["s3:GetObject", "s3:GetObjectVersion"].every((action) =>
      permissions.roleMay(plan.role, action, arn),
    );
    return mayRead ? findingIn(objects.bytesOf(version)) : notAllowed;
  };

  const scan = async (version: Version, plan: ScanPlan): Promise<void> => {
    const finding = find(version, plan);
    log(`scan of ${version.bucket}, version ${version.id}: ${finding.scanResultStatus}`);
    const event = findingEvent(finding, version, { ...template, plan, now: now() });
    await Promise.all(functionsFor(event).map((arn) => invokeAsync(arn, event)));
    objects.change(version, { scanResult: finding.scanResultStatus });
  };

  const begin = (version: Version): void => {
    const plan = plans.find(({ covers }) => covers(version));
    if (areWaiting || !plan || version.scanResult !== undefined || underWay.has(version.id)) return;
    const scanning = scan(version, plan)
      .catch((error: unknown) => log(`scan: ${error instanceof Error ? error.message : error}`))
      .finally(() => underWay.delete(version.id));
    underWay.set(version.id, scanning);
  };

  const beginAll = (): void => {
    for (const version of objects.all()) begin(version);
  };

  objects.whenPut(begin);
  beginAll();
  return {
    areWaiting: () => areWaiting,
    wait: (on) => {
      areWaiting = on;
      beginAll();
    },
    settled: async () => void (await Promise.all(underWay.values())),
  };
};
