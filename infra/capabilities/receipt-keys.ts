import { RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";

/**
 * What receipts are signed with. The newest key signs; the older ones stay, so that what they signed can be verified.
 * Who may use them is for the account's IAM to say: the keys' own policies name nobody.
 */
export class ReceiptKeys extends Construct {
  /** By the name of their generation, oldest first. */
  private readonly keys: ReadonlyMap<string, kms.Key>;

  constructor(scope: Construct, id: string, { signingKeys }: Stage) {
    super(scope, id);
    this.keys = new Map(signingKeys.map((name) => [name, this.key(name)]));
  }

  /** Gives a function the keys' names and the right to sign with the newest of them. */
  allowSigning(fn: LambdaFunction): void {
    this.allow(fn, "kms:Sign", [...this.keys.values()].slice(-1));
  }

  /** Gives a function the keys' names and the right to read the public half of every one. */
  allowReading(fn: LambdaFunction): void {
    this.allow(fn, "kms:GetPublicKey", [...this.keys.values()]);
  }

  private allow(fn: LambdaFunction, action: string, keys: readonly kms.Key[]): void {
    const pairs = [...this.keys].map(([name, { keyArn }]) => `${name}=${keyArn}`);
    fn.addEnvironment("RECEIPT_KEYS", pairs.join(","));
    fn.addToRolePolicy(
      new iam.PolicyStatement({ actions: [action], resources: keys.map(({ keyArn }) => keyArn) }),
    );
  }

  private key(name: string): kms.Key {
    const { stackName } = Stack.of(this);
    const key = new kms.Key(this, name, {
      description: `${stackName}: signs receipts, generation ${name}`,
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Kept like its key: a name that was taken away and is put back is refused, instead of meaning another key.
    key
      .addAlias(`alias/${stackName}/receipts/${name}`)
      .applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return key;
  }
}
